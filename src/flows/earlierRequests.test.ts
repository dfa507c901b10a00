import type { Address, Hash } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { currentStepIndex } from './flow'
import { resumeFlows, runFlow } from './runFlow'
import type { StepStatus } from './step'
import { FakeBrowser, type FakeTab } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'
import { SAMPLE_CONTRACTS, sampleContracts, sampleFlow } from './testing/sampleKinds'

const ACCOUNT: Address = '0x00000000000000000000000000000000000000a4'

let network: FakeNetwork
let browser: FakeBrowser
let tab: FakeTab

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
  network = new FakeNetwork(ACCOUNT, sampleContracts(ACCOUNT))
  browser = new FakeBrowser(network, SAMPLE_CONTRACTS)
  tab = await browser.open()
})
afterEach(() => {
  tab.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

function add(kind: 'claim' | 'commit', id = 'flow'): void {
  tab.store.add({ ...sampleFlow(kind, ACCOUNT), id })
}

function status(id = 'flow'): StepStatus | undefined {
  const flow = tab.store.find(id)
  return flow?.steps[Math.max(0, currentStepIndex(flow))]?.status
}

function lastStatus(id = 'flow'): StepStatus | undefined {
  return tab.store.find(id)?.steps.at(-1)?.status
}

describe('a transaction that was given up and turns up again', () => {
  it('is not sent a second time, whatever has come between', async () => {
    add('claim')
    void runFlow(tab, 'flow')
    await wait(100)
    const [first] = network.transactions
    if (first === undefined) throw new Error('nothing was sent')
    first.state = 'gone'
    await wait(120_000)
    expect(status()).toMatchObject({ at: 'sent', missing: true })
    tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
    expect(status()).toMatchObject({ at: 'failed', because: 'dropped' })
    // Another click stops for another reason, and what was given up is forgotten as such.
    tab.store.dispatch('flow', 0, { type: 'simulate' })
    tab.store.dispatch('flow', 0, { type: 'stop', code: 'WRONG_CHAIN', message: 'No.' })
    first.state = 'waiting'
    network.mine()
    await wait(10_000)
    void runFlow(tab, 'flow')
    await wait(5_000)
    expect(status()).toEqual({ at: 'done', hash: first.hash })
    expect(browser.requestCount).toBe(1)
  })
})

describe('a transaction that was given up, where no one can be asked for it', () => {
  it('is not sent again, the page says why, and it is found with the next click', async () => {
    add('claim')
    void runFlow(tab, 'flow')
    await wait(100)
    const [first] = network.transactions
    if (first === undefined) throw new Error('nothing was sent')
    first.state = 'gone'
    await wait(120_000)
    tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
    await wait(100)
    network.isDown = true
    void runFlow(tab, 'flow')
    await wait(100)
    expect(status()).toMatchObject({ at: 'stopped', code: 'RPC' })
    network.isDown = false
    first.state = 'waiting'
    network.mine()
    void runFlow(tab, 'flow')
    await wait(5_000)
    expect(status()).toEqual({ at: 'done', hash: first.hash })
    expect(browser.requestCount).toBe(1)
  })
})

describe('a transaction of before, kept with nothing but its hash', () => {
  it('is not sent again, and the page says why, while its hash cannot be asked for', async () => {
    const hash: Hash = `0x${'7'.repeat(64)}`
    const flow = sampleFlow('claim', ACCOUNT)
    const status = { at: 'failed', hash, because: 'reverted' } as const
    tab.store.add({
      ...flow,
      steps: flow.steps.map((step) => ({ ...step, status, hashes: [hash] })),
    })
    network.isDown = true
    void runFlow(tab, 'flow')
    await wait(100)
    expect(lastStatus()).toMatchObject({ at: 'stopped', code: 'RPC' })
    expect(browser.requestCount).toBe(0)
    network.isDown = false
    void runFlow(tab, 'flow')
    await wait(100)
    expect(browser.requestCount).toBe(1)
  })
})

describe('a flow that is dismissed while the wallet asks', () => {
  it('asks for nothing more, whatever becomes of what is out', async () => {
    add('commit')
    browser.mood = 'answerLate'
    void runFlow(tab, 'flow')
    await wait(100)
    tab.store.dismiss('flow')
    network.mine()
    await wait(120_000)
    const steps = tab.store.find('flow')?.steps.map((step) => step.status.at)
    expect(steps).toEqual(['done', 'ready', 'ready'])
    expect(browser.requestCount).toBe(1)
  })

  it('is before the person again after a reload, since only they can say what became of it', async () => {
    add('claim')
    browser.mood = 'staySilent'
    void runFlow(tab, 'flow')
    await wait(100)
    tab.store.dismiss('flow')
    tab.close()
    tab = await browser.open()
    void resumeFlows(tab)
    await wait(5_000)
    expect(status()).toMatchObject({ at: 'unknown', searched: 'nothing' })
    expect(tab.store.find('flow')?.dismissed).toBe(false)
  })
})

describe('the same order twice', () => {
  it('what the younger one’s wallet sends is the younger one’s, though the older one is still looked for', async () => {
    add('claim', 'older')
    browser.mood = 'staySilent'
    void runFlow(tab, 'older')
    await wait(100)
    tab.store.dismiss('older')
    network.mine()
    await wait(100)
    add('claim', 'younger')
    browser.mood = 'answerLate'
    void runFlow(tab, 'younger')
    await wait(100)
    network.mine()
    await wait(120_000)
    const [sent] = network.transactions
    expect(lastStatus('younger')).toEqual({ at: 'done', hash: sent?.hash })
    expect(lastStatus('older')).toMatchObject({ at: 'signing' })
    expect(browser.requestCount).toBe(2)
  })
})

describe('a chain that cannot be searched', () => {
  it('leads to a question, and the word said twice leads on', async () => {
    add('claim')
    browser.mood = 'sendAndFail'
    void runFlow(tab, 'flow')
    await wait(100)
    for (const one of network.transactions) one.state = 'gone'
    await wait(5_000)
    tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
    expect(status()).toEqual({ at: 'ready' })
    network.mine()
    const { answer } = FakeNetwork.prototype
    vi.spyOn(network, 'answer').mockImplementation((method, params) => {
      if (method === 'eth_getLogs') throw new Error('not here')
      if (method === 'eth_getTransactionCount' && params[1] !== 'latest')
        throw new Error('not here')
      return answer.call(network, method, params)
    })
    void runFlow(tab, 'flow')
    await wait(1_000)
    expect(status()).toMatchObject({ at: 'unknown', searched: 'failed' })
    expect(browser.requestCount).toBe(1)
    tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
    expect(status()).toMatchObject({ at: 'unknown', isWarned: true })
    tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: true })
    await wait(10_000)
    void runFlow(tab, 'flow')
    await wait(1_000)
    expect(browser.requestCount).toBe(2)
  })
})

describe('a wallet that answers with no hash', () => {
  it.each<[what: string, answer: unknown]>([
    ['nothing', null],
    ['an empty text', ''],
    ['something else', '0x1234'],
  ])('%s: what it has sent is searched for, and kept', async (_, answer) => {
    add('claim')
    browser.answerAs = answer as Hash
    void runFlow(tab, 'flow')
    await wait(100)
    expect(status()).toMatchObject({ at: 'unknown' })
    network.mine()
    await wait(10_000)
    expect(status()).toEqual({ at: 'done', hash: network.transactions[0]?.hash })
  })
})
