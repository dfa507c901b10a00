import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { describeShortage, describeTypedProblem } from './describeFormProblem'
import { aPool } from './testing/aPool'

describe('what the wallet lacks', () => {
  const pool = aPool()
  const add = (...amountsIn: bigint[]) => describeShortage({ kind: 'add', amountsIn }, pool, 0n)
  const remove = (lpIn: bigint, staked = 0n, lp = pool.lp) =>
    describeShortage({ kind: 'remove', lpIn, onlyToken: undefined }, { ...pool, lp }, staked)

  it('is said of the token that is short, with how much it takes', () => {
    expect(add(10_000_000n, 10_000_000n, 0n)).toBeUndefined()
    expect(add(1n, 1n, 12_000_001n)).toEqual({
      texts: [
        undefined,
        undefined,
        'Not enough short tokens: this takes 12.000001, your wallet holds 10.',
      ],
      hasNone: false,
    })
    const most = 10n ** 30n
    expect(add(most, most, most)?.texts).toEqual(
      Array(3).fill(expect.stringMatching(/^Not enough/)),
    )
  })

  it('is said of LP tokens, and that staked ones have to come back first', () => {
    expect(remove(9n * WAD)).toBeUndefined()
    expect(remove(9n * WAD + 1n)?.texts[0]).toBe('Too much. Your wallet holds 9 LP tokens.')
    expect(remove(1n, WAD, { ...pool.lp, held: 0n })?.texts[0]).toMatch(
      /holds no LP tokens .* Staked LP tokens/,
    )
  })
})

it.each([
  ['TOO_SMALL', /too small for the pool/],
  ['TOO_LARGE', /no wallet holds this many/],
  ['TOO_MANY_DECIMALS', /at most 6 decimals/],
  ['AMBIGUOUS', /1,000 is ambiguous/],
] as const)('what was typed: %s', (code, says) => {
  expect(describeTypedProblem(code, '1,000', 6)).toMatch(says)
})
