// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useNamesakes } from './useNamesakes'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
vi.mock('./SnapshotProvider', () => ({ useSnapshot: () => ({ snapshot }) }))
vi.mock('./NetworkContext', () => ({ useNetwork: () => NETWORK }))

const NETWORK = { knownPools: [] }
const pool = (address: string, name: string) => ({ facts: { address, name } })

let snapshot: { readonly pools: readonly ReturnType<typeof pool>[] } | undefined
let root: Root
const seen: ReadonlySet<string>[] = []

function Seen() {
  seen.push(useNamesakes())
  return null
}

/** What the hook gives at the next block. */
function at(...pools: readonly ReturnType<typeof pool>[]): ReadonlySet<string> | undefined {
  snapshot = { pools }
  act(() => root.render(<Seen />))
  return seen.at(-1)
}

beforeEach(() => {
  root = createRoot(document.createElement('div'))
})

afterEach(() => {
  act(() => root.unmount())
  seen.length = 0
})

it('is the same set from block to block for as long as the same markets are in it', () => {
  const first = at(pool('0xA', 'ETH'), pool('0xB', 'eth'))
  expect([...(first ?? [])]).toEqual(['0xA', '0xB'])
  expect(at(pool('0xA', 'ETH'), pool('0xB', 'eth'), pool('0xC', 'BTC'))).toBe(first)
  expect([...(at(pool('0xA', 'ETH'), pool('0xC', 'btc'), pool('0xD', 'BTC')) ?? [])]).toEqual([
    '0xC',
    '0xD',
  ])
  expect(at(pool('0xA', 'ETH'))?.size).toBe(0)
})
