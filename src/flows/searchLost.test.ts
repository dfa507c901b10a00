import { encodeFunctionData } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { poolCommitterAbi } from '../chain/abi'
import { clientOf } from './flowContext'
import { followStep } from './followStep'
import { declareUnsent, searchChain } from './searchLost'
import type { StepStatus } from './step'
import { FakeBrowser, type FakeTab } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'
import { SAMPLE_COMMIT } from './testing/sampleCommit'
import { SAMPLE_CONTRACTS, sampleContracts, sampleFlow } from './testing/sampleKinds'
import { newWatch } from './trackingContext'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const { committer } = SAMPLE_COMMIT
const CLAIM_DATA = encodeFunctionData({
  abi: poolCommitterAbi,
  functionName: 'claim',
  args: [ACCOUNT],
})
let network: FakeNetwork
let tab: FakeTab

beforeEach(async () => {
  vi.stubGlobal('window', {})
  network = new FakeNetwork(ACCOUNT, sampleContracts(ACCOUNT))
  tab = await new FakeBrowser(network, SAMPLE_CONTRACTS).open()
  lose('flow', 10n)
})
afterEach(() => vi.unstubAllGlobals())

/** A step whose answer is lost, asked for after this block. */
function lose(id: string, fromBlock: bigint): void {
  tab.store.add({ ...sampleFlow('claim', ACCOUNT), id })
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

  it('what was sent is found anyway', async () => {
    const hash = network.send(committer, CLAIM_DATA)
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

it('a hash that was heard of meanwhile is followed, and not searched for', async () => {
  const hash = network.send(committer, CLAIM_DATA)
  network.mine()
  // Another page has the wallet's answer, and this one had lost it: the block of the search is beyond it.
  lose('later', 11n)
  tab.store.dispatch('later', 0, { type: 'learn', hash })
  expect(status('later')).toMatchObject({ at: 'unknown' })
  expect(await followStep(tab, 'later', 0)).toBe(true)
  expect(status('later')).toEqual({ at: 'done', hash })
})

describe('what the account has sent for something else', () => {
  /** Searches as a poll does, and tells which blocks were read for it, and how many requests it took. */
  function newPoll() {
    const watch = newWatch()
    const answer = vi.spyOn(network, 'answer')
    return async () => {
      answer.mockClear()
      const flow = tab.store.find('flow')
      const [step] = flow?.steps ?? []
      if (flow === undefined || step?.status.at !== 'unknown') throw new Error('the flow is lost')
      const dispatch = () => true
      const client = clientOf(tab.config, flow)
      await searchChain({ context: tab, client, flow, step, dispatch, watch }, step.status)
      const blocks = answer.mock.calls
        .filter(([method]) => method === 'eth_getBlockByNumber')
        .map(([, [block]]) => Number(block))
      return { blocks, requests: answer.mock.calls.length }
    }
  }
  function sendOther(): void {
    network.send(ACCOUNT, '0x')
    network.mine()
  }

  it('is looked through once, also where that tells nothing for sure', async () => {
    for (let sent = 0; sent < 3; sent++) sendOther()
    const poll = newPoll()
    expect((await poll()).blocks).toEqual([11, 12, 13])
    const again = await poll()
    expect(again.blocks).toEqual([])
    // The newest block and the events for one search, the newest block, the nonce and the code for the other.
    expect(again.requests).toBeLessThanOrEqual(5)
    sendOther()
    expect((await poll()).blocks).toEqual([14])
  })

  it('is looked through once but for what cannot be read', async () => {
    for (let sent = 0; sent < 3; sent++) sendOther()
    const poll = newPoll()
    const { answer } = FakeNetwork.prototype
    vi.mocked(network.answer).mockImplementation((method, params) => {
      if (method === 'eth_getBlockByNumber' && Number(params[0]) === 13) throw new Error('not here')
      return answer.call(network, method, params)
    })
    expect((await poll()).blocks).toEqual([11, 12, 13])
    expect((await poll()).blocks).toEqual([13])
  })
})
