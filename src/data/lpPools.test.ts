import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { lpPoolsOf, marketOfLp } from './lpPools'

const token = (place: string) =>
  ({ address: `0x${place.padStart(40, '0')}`, symbol: place, decimals: 6 }) as const
const [USDC, LONG, SHORT] = [token('c1'), token('c2'), token('c3')]
const market = (unverified: readonly unknown[] = []) =>
  ({
    facts: { settlementToken: USDC, longToken: LONG, shortToken: SHORT },
    unverifiedComponents: unverified,
  }) as unknown as PoolAtBlock
const lpOf = (...tokens: readonly object[]) => ({ tokens: tokens as never })

it('a pool belongs to a market by both of its tokens', () => {
  const own = lpOf(LONG, SHORT, USDC)
  expect(lpPoolsOf(market(), [lpOf(LONG, USDC), own, lpOf(USDC)])).toEqual([own])
  expect(marketOfLp(lpOf(LONG, USDC), [market()])).toBeUndefined()
})

it('and to a verified market first, whoever says that these are their tokens', () => {
  const verified = market()
  const lookalike = market(['unknown token'])
  expect(marketOfLp(lpOf(LONG, SHORT, USDC), [lookalike, verified])).toBe(verified)
  expect(marketOfLp(lpOf(LONG, SHORT, USDC), [lookalike])).toBe(lookalike)
})
