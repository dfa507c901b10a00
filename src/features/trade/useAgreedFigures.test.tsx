// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { OrderFigures } from '../../analytics/orderFigures'
import { useAgreedFigures } from './useAgreedFigures'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** An order that executes too far ahead to be projected. */
const FAR: OrderFigures = {
  lastUpkeepSec: 1_000n,
  intervalId: 107n,
  executesAtSec: 7_480n,
  adds: undefined,
  byLeg: undefined,
  pays: 5n,
  leverage: 1n,
  mintingFeeWad: 0n,
  burningFeeWad: 0n,
}
const getting = (longTokens: bigint): OrderFigures => {
  const adds = { longTokens, shortTokens: 0n, settlementTokens: 0n }
  return { ...FAR, lastUpkeepSec: 1_060n, adds, byLeg: [adds] }
}

let root: Root
let agreed: ReturnType<typeof useAgreedFigures>

function Order({ now }: { now: OrderFigures }) {
  agreed = useAgreedFigures('order', now)
  return null
}

const show = (now: OrderFigures) => act(async () => root.render(<Order now={now} />))

beforeEach(() => {
  root = createRoot(document.createElement('div'))
})
afterEach(async () => {
  await act(() => root.unmount())
  vi.useRealTimers()
})

it('an order without a projection is agreed to by its interval, through upkeeps', async () => {
  await show(FAR)
  await show({ ...FAR, lastUpkeepSec: 1_060n })
  expect(agreed.change).toBeUndefined()
  await show({ ...FAR, intervalId: 108n })
  expect([agreed.change, agreed.seen?.intervalId]).toEqual(['interval', 107n])
})

it('amounts that come in sight are agreed to as they are first seen, and held from then on', async () => {
  await show(FAR)
  await show(getting(1_000_000n))
  expect([agreed.change, agreed.seen?.adds?.longTokens]).toEqual([undefined, 1_000_000n])
  await show(getting(900_000n))
  expect([agreed.change, agreed.seen?.adds?.longTokens]).toEqual(['outcome', 1_000_000n])
  await act(async () => agreed.confirm())
  expect(agreed.change).toBeUndefined()
  // Gone out of sight, they are missed.
  await show({ ...FAR, lastUpkeepSec: 1_060n })
  expect(agreed.change).toBe('outcome')
})

it('amounts that come with another interval are asked about', async () => {
  await show(FAR)
  await show({ ...getting(1_000_000n), intervalId: 108n })
  expect([agreed.change, agreed.seen?.adds]).toEqual(['interval', undefined])
})

it('figures that stand for a moment are seen, without a word', async () => {
  vi.useFakeTimers()
  await show(getting(1_000_000n))
  await show(getting(900_000n))
  expect([agreed.change, agreed.isAsked]).toEqual(['outcome', false])
  await act(() => vi.advanceTimersByTimeAsync(1_900))
  // A little later still: what has been seen is what stands there then.
  await show(getting(800_000n))
  expect(agreed.seen?.adds?.longTokens).toBe(1_000_000n)
  await act(() => vi.advanceTimersByTimeAsync(200))
  expect([agreed.change, agreed.seen?.adds?.longTokens]).toEqual([undefined, 800_000n])
})

it('someone who clicks right with them is asked, and keeps what they saw until they confirm', async () => {
  vi.useFakeTimers()
  await show(getting(1_000_000n))
  const { seen, ask } = agreed
  await show(getting(900_000n))
  // The page had the new figures for long before it heard that they are the chain’s.
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(agreed.change).toBeUndefined()
  await act(async () => seen !== undefined && ask(seen))
  // Not with the second click of a double click.
  expect([agreed.isAsked, agreed.offered]).toEqual([true, undefined])
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect([agreed.isAsked, agreed.seen?.adds?.longTokens]).toEqual([true, 1_000_000n])
  expect(agreed.offered?.adds?.longTokens).toBe(900_000n)
  await act(async () => {
    expect(agreed.confirm()?.adds?.longTokens).toBe(900_000n)
  })
  expect([agreed.isAsked, agreed.seen?.adds?.longTokens]).toEqual([false, 900_000n])
})

it('agrees to the figures that stood there, not to others that came with the click', async () => {
  vi.useFakeTimers()
  await show(getting(1_000_000n))
  const { seen, ask } = agreed
  await show(getting(900_000n))
  await act(async () => seen !== undefined && ask(seen))
  await act(() => vi.advanceTimersByTimeAsync(1_100))
  await show(getting(800_000n))
  expect(agreed.offered?.adds?.longTokens).toBe(900_000n)
  await act(async () => {
    expect(agreed.confirm()?.adds?.longTokens).toBe(900_000n)
  })
  // The sender compares them with the chain, and asks again.
  await act(async () => ask(getting(900_000n)))
  expect([agreed.isAsked, agreed.offered]).toEqual([true, undefined])
  await act(() => vi.advanceTimersByTimeAsync(1_100))
  expect(agreed.offered?.adds?.longTokens).toBe(800_000n)
})

it('a raised fee is asked about however long it stands there', async () => {
  vi.useFakeTimers()
  await show(getting(1_000_000n))
  await show({ ...getting(1_000_000n), mintingFeeWad: 10n ** 16n })
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect([agreed.change, agreed.isAsked]).toEqual(['fee', true])
})
