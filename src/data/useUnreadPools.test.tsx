// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type UnreadPool, useUnreadPools } from './useUnreadPools'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const address = (last: string) => `0x${last.padStart(40, '0')}` as const
const [KNOWN, VERIFIED, STRANGER] = [address('a1'), address('a2'), address('a3')]
const network = { knownPools: [KNOWN] } as never
type Args = Parameters<typeof useUnreadPools>

let root: Root
let seen: readonly UnreadPool[] = []

function Seen({ args }: { args: Args }) {
  seen = useUnreadPools(...args)
  return null
}

/** What of the missing pools is unverified. */
function at(unreadable: Args[1], pools: readonly unknown[], failedPools: readonly string[]) {
  const snapshot = { pools, failedPools } as never
  act(() => root.render(<Seen args={[network, unreadable, snapshot]} />))
  return seen.map((pool) => [pool.address, pool.isUnverified])
}

beforeEach(() => {
  root = createRoot(document.createElement('div'))
})

afterEach(() => act(() => root.unmount()))

it('tells strangers’ pools from those that are known, were verified, or couldn’t be verified', () => {
  const pool = (of: string, parts: readonly string[]) => ({
    facts: { address: of },
    unverifiedComponents: parts,
  })
  const read = [pool(VERIFIED, []), pool(STRANGER, ['feed'])]
  const reason = 'it doesn’t behave like a pool'
  expect(at([{ address: KNOWN, reason }], read, [])).toEqual([[KNOWN, false]])
  expect(at([], [], [VERIFIED, STRANGER])).toEqual([
    [VERIFIED, false],
    [STRANGER, true],
  ])
  const unchecked = { address: STRANGER, reason, isUnchecked: true }
  expect(at([unchecked], [], [])).toEqual([[STRANGER, false]])
})
