// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
afterEach(() => act(() => root.unmount()))

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
