import { expect, it } from 'vitest'
import type { BridgeNetwork } from '../../chain/bridge/bridgeNetwork'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { allTokenRows, tokenRows } from './tokenRows'

const address = (digit: string) => `0x${digit.repeat(40)}` as const
const [USDC, BAL, FALSE, NATIVE] = [address('a'), address('b'), address('f'), address('9')]
const bridged = (symbol: string, l2: `0x${string}`) => ({
  ...{ symbol, decimals: 18, l2 },
  l1: address('1'),
})
const bridge = {
  tokens: [bridged('USDC', USDC), bridged('BAL', BAL)],
  nativeUsdc: { address: NATIVE, takenInstead: USDC, takenName: 'USDC.e' },
} as unknown as BridgeNetwork

function poolIn(token: `0x${string}`, symbol: string, deprecated = false): PoolAtBlock {
  const settlementToken = { address: token, symbol, decimals: 18 }
  return {
    facts: { settlementToken, deprecated },
    account: { settlementBalance: 5n },
  } as PoolAtBlock
}
const symbols = (rows: ReturnType<typeof tokenRows>) => rows.map(({ token }) => token.symbol)
const POOLS = [poolIn(USDC, 'USDC'), poolIn(USDC, 'USDC'), poolIn(BAL, 'BAL')]

it('has each token once, the edition’s own first', () => {
  expect(symbols(tokenRows(POOLS, bridge))).toEqual(['USDC', 'BAL'])
  expect(symbols(tokenRows(POOLS, bridge, BAL))).toEqual(['BAL', 'USDC'])
})

it('names what the bridge knows, by address', () => {
  const [usdc, bal] = tokenRows(POOLS, bridge)
  expect(usdc?.lookAlike?.takenName).toBe('USDC.e')
  expect(bal?.lookAlike).toBeUndefined()
  expect(bal?.bridged?.symbol).toBe('BAL')
  const [fake] = tokenRows([poolIn(FALSE, 'BAL')], bridge, BAL)
  expect(fake?.bridged).toBeUndefined()
})

it('has the bridge’s other tokens below, with balances where they have been read', () => {
  const usdcOnly = [poolIn(USDC, 'USDC'), poolIn(BAL, 'BAL', true)]
  const tokens = new Map([[BAL, 7n]])
  expect(symbols(tokenRows(usdcOnly, bridge, BAL))).toEqual(['USDC'])
  const rows = allTokenRows(usdcOnly, bridge, BAL, { ethWei: undefined, tokens })
  expect(rows.map(({ token, balance }) => [token.symbol, balance])).toEqual([
    ['USDC', 5n],
    ['BAL', 7n],
  ])
  expect(allTokenRows(usdcOnly, bridge, BAL, undefined)[1]?.balance).toBeUndefined()
})
