import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFlow, type StepStatus } from './flow'
import { declareUnsent } from './searchLost'
import { FakeBrowser, type FakeTab } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'
import { SAMPLE_COMMIT } from './testing/sampleCommit'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const { pool, committer } = SAMPLE_COMMIT
let network: FakeNetwork
let tab: FakeTab

beforeEach(async () => {
  vi.stubGlobal('window', {})
  network = new FakeNetwork(ACCOUNT, committer)
  tab = await new FakeBrowser(network).open()
  const about = { id: 'flow', chainId: 1, account: ACCOUNT, createdAtMs: 0 } as const
  tab.store.add(
    createFlow({ ...about, intent: { kind: 'claim', title: '', pool, committer } }, false),
  )
  tab.store.dispatch('flow', 0, { type: 'simulate' })
  tab.store.dispatch('flow', 0, { type: 'askWallet', fromBlock: 10n, nonce: 0 })
  tab.store.dispatch('flow', 0, { type: 'lose' })
})
afterEach(() => vi.unstubAllGlobals())

function status(): StepStatus | undefined {
  return tab.store.find('flow')?.steps[0]?.status
}

describe('at the word that nothing was sent', () => {
  it('the chain’s own is enough', async () => {
    await declareUnsent(tab, 'flow', false)
    expect(status()).toEqual({ at: 'ready' })
  })

  it('what was sent is found all the same', async () => {
    const hash = network.send(committer, network.claimData)
    network.mine()
    await declareUnsent(tab, 'flow', true)
    expect(status()).toMatchObject({ at: 'sent', hash })
  })

  it('said twice before the warning has come, it is said once', async () => {
    network.isDown = true
    await Promise.all([declareUnsent(tab, 'flow', false), declareUnsent(tab, 'flow', false)])
    expect(status()).toMatchObject({ at: 'unknown', searched: 'failed', isWarned: true })
    await declareUnsent(tab, 'flow', true)
    expect(status()).toEqual({ at: 'ready' })
  })
})
