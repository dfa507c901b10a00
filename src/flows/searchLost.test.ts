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
  lose('flow', 10n)
})
afterEach(() => vi.unstubAllGlobals())

/** A step whose answer is lost, asked for after this block. */
function lose(id: string, fromBlock: bigint): void {
  const about = { id, chainId: 1, account: ACCOUNT, createdAtMs: 0 } as const
  tab.store.add(
    createFlow({ ...about, intent: { kind: 'claim', title: '', pool, committer } }, false),
  )
  tab.store.dispatch(id, 0, { type: 'simulate' })
  tab.store.dispatch(id, 0, { type: 'askWallet', fromBlock, nonce: 0 })
  tab.store.dispatch(id, 0, { type: 'lose' })
}

function status(id = 'flow'): StepStatus | undefined {
  return tab.store.find(id)?.steps[0]?.status
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

  it('a node that has not come so far has no say', async () => {
    lose('later', 11n)
    await declareUnsent(tab, 'later', false)
    expect(status('later')).toMatchObject({ at: 'unknown', searched: 'failed', isWarned: true })
  })
})
