// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReadingState } from '../../data/walletReading'
import ConnectHint from './ConnectHint'
import { WalletReading } from './WalletReading'

const LIVE = {
  failures: 0,
  failureReason: null,
  isOffline: false,
  snapshot: {} as object | undefined,
}
let live = LIVE
let state: ReadingState = { at: 'rpcs' }
vi.mock('../../data/SnapshotProvider', () => ({ useSnapshot: () => live }))
vi.mock('../../data/useWalletReading', () => ({ useWalletReading: () => ({ state }) }))
vi.mock('../../data/NetworkContext', () => ({ useNetwork: () => ({ chain: { id: 1 } }) }))
vi.mock('wagmi', () => ({ useAccount: () => ({}) }))

const NO_MATCH = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }
vi.stubGlobal('matchMedia', () => NO_MATCH)
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const HINT = 'Connect a browser wallet to read the chain through it.'

let root: Root
beforeEach(() => {
  document.body.innerHTML = '<header></header><main></main>'
  root = createRoot(document.querySelector('main') as Element)
  live = LIVE
  state = { at: 'rpcs' }
})
afterEach(() => act(() => root.unmount()))

const shown = async (part: ReactNode) => {
  await act(async () => root.render(part))
  return document.body.textContent
}

it('someone without a wallet is told that one helps, once the RPCs have failed for a while', async () => {
  expect(await shown(<ConnectHint />)).toBe('')
  live = { ...live, failures: 1 }
  expect(await shown(<ConnectHint />)).toBe('')
  live = { ...live, failures: 2 }
  expect(await shown(<ConnectHint />)).toBe(`The app’s RPCs aren’t responding. ${HINT}`)
  live = { ...live, snapshot: undefined }
  expect(await shown(<ConnectHint />)).toBe(`The app’s RPCs aren’t responding. ${HINT}`)
  // A wallet is offline too.
  live = { ...live, isOffline: true }
  expect(await shown(<ConnectHint />)).toBe('')
})

it('so is someone whose wallet has gone', async () => {
  live = { ...live, failures: 2 }
  expect(await shown(<WalletReading />)).toBe(`The app’s RPCs aren’t responding. ${HINT}`)
  state = { at: 'rpcs', ended: 'disconnected' }
  expect(await shown(<WalletReading />)).toBe(
    `Your wallet disconnected, so the app no longer reads through it. ${HINT}`,
  )
})
