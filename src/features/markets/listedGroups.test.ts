import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '../../chain/poolFacts'
import { isLongList, isSameList, type ListedGroup } from './listedGroups'

const market = (name: string) => ({ name }) as PoolFacts
const [a, b, c] = [market('a'), market('b'), market('c')]
const group = (title: string | undefined, ...markets: readonly PoolFacts[]): ListedGroup => ({
  title,
  markets,
})

describe('isSameList', () => {
  it('holds where the same markets stand in the same places', () => {
    expect(
      isSameList([group('BTC', a, b), group('ETH', c)], [group('BTC', a, b), group('ETH', c)]),
    ).toBe(true)
    expect(isSameList([], [])).toBe(true)
    expect(isSameList(undefined, undefined)).toBe(true)
  })

  it.each<[string, readonly ListedGroup[] | undefined]>([
    ['nothing', undefined],
    ['an empty list', []],
    ['a group less', [group('BTC', a, b)]],
    ['a group more', [group('BTC', a, b), group('ETH', c), group('BAL')]],
    ['another title', [group('BTC', a, b), group('Other', c)]],
    ['another note', [group('BTC', a, b), { ...group('ETH', c), note: 'old' }]],
    ['another order', [group('BTC', b, a), group('ETH', c)]],
    ['a market less', [group('BTC', a), group('ETH', c)]],
    ['a market more', [group('BTC', a, b), group('ETH', c, a)]],
    ['a market read again', [group('BTC', a, market('b')), group('ETH', c)]],
  ])('does not hold for %s', (_, other) => {
    const list = [group('BTC', a, b), group('ETH', c)]
    expect(isSameList(list, other)).toBe(false)
    expect(isSameList(other, list)).toBe(false)
  })
})

it('counts all groups together for how long a list is', () => {
  const twenty = Array.from({ length: 20 }, () => a)
  expect(isLongList([group('BTC', ...twenty), group('ETH', ...twenty)])).toBe(false)
  expect(isLongList([group('BTC', ...twenty), group('ETH', ...twenty, b)])).toBe(true)
})
