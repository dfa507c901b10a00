import type { Address } from 'viem'
import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { byToken } from './byToken'

const USDC: Address = '0x00000000000000000000000000000000000000a1'
const BAL: Address = '0x00000000000000000000000000000000000000b1'

function poolOf(name: string, token: Address, settlementAllowance: bigint | undefined) {
  const account = settlementAllowance === undefined ? undefined : { settlementAllowance }
  return { facts: { name, settlementToken: { address: token } }, account } as PoolAtBlock
}

it('lists what may be taken by token, and nothing that may not', () => {
  const pools = [
    poolOf('3-ETH', USDC, 5n),
    poolOf('3-BAL', BAL, 1n),
    poolOf('1-ETH', USDC, 0n),
    poolOf('3-BTC', USDC.toUpperCase().replace('0X', '0x') as Address, 7n),
    poolOf('unread', USDC, undefined),
  ]
  const names = byToken(pools).map((group) => group.pools.map(({ facts }) => facts.name))
  expect(names).toEqual([['3-ETH', '3-BTC'], ['3-BAL']])
})
