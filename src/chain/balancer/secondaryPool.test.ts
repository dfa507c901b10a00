import { encodeFunctionResult, type Hex, pad } from 'viem'
import { expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { secondaryLensAbi } from '../secondary/secondaryLens'
import { toSecondaryPool } from './secondaryPool'

const addressAt = (place: number): Hex => `0x${place.toString(16).padStart(40, '0')}`
const token = (place: number, decimals = 6n) => ({
  ...{ token: addressAt(place), symbol: `T${place}`, decimals, held: 1n, allowance: 0n },
})
const TRUE = {
  id: pad(addressAt(9), { dir: 'right', size: 32 }),
  swapFeeWad: WAD / 1_000n,
  totalSupply: 100n,
  paused: false,
  held: 7n,
  lastChangeBlock: 3n,
  tokens: [token(1), token(2, 18n)],
  balances: [50n, 60n],
  weightsWad: [WAD / 4n, (WAD * 3n) / 4n],
}

function read(change: Partial<typeof TRUE> = {}) {
  const result = { ...TRUE, ...change }
  const answer = { abi: secondaryLensAbi, functionName: 'readPool', result } as const
  return toSecondaryPool(addressAt(9), { isRead: true, data: encodeFunctionResult(answer) })
}

it('a weighted pool is read with its tokens, weights and the account’s part', () => {
  expect(read()).toMatchObject({ held: 7n, totalSupply: 100n, swapFeeWad: WAD / 1_000n })
  expect(read()?.tokens.map(({ balance, decimals }) => [balance, decimals])).toEqual([
    [50n, 6],
    [60n, 18],
  ])
})

it.each([
  ['weights that do not add up', { weightsWad: [WAD / 4n, WAD / 4n] }],
  ['more held than there is', { held: 101n }],
  ['a balance that is no one’s', { balances: [2n ** 200n, 1n] }],
  ['the same token twice', { tokens: [token(1), token(1)] }],
  ['a token that no pool takes', { tokens: [token(1), token(2, 30n)] }],
  ['a swap fee that the Vault does not take', { swapFeeWad: WAD }],
])('one with %s is none', (_, change) => {
  expect(read(change)).toBeUndefined()
})
