import type { Address, Hash } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resumeFlows, runFlow } from './runFlow'
import type { StepStatus } from './step'
import { FakeBrowser, type FakeTab } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'
import { SAMPLE_CONTRACTS, sampleContracts, sampleFlow } from './testing/sampleKinds'

const ACCOUNT: Address = '0x00000000000000000000000000000000000000a4'
const UNKNOWN_HASH: Hash = `0x${'7'.repeat(64)}`
const MINUTE_MS = 60_000

let network: FakeNetwork
let browser: FakeBrowser
let tab: FakeTab

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  tab.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function openPage(accountCode: `0x${string}` = '0x'): Promise<void> {
  const contracts = sampleContracts(ACCOUNT)
  network = new FakeNetwork(ACCOUNT, {
    ...contracts,
    codeAt: (address, done) =>
      address.toLowerCase() === ACCOUNT ? accountCode : contracts.codeAt(address, done),
  })
  browser = new FakeBrowser(network, SAMPLE_CONTRACTS)
  tab = await browser.open()
}

function status(): StepStatus | undefined {
  return tab.store.find('flow')?.steps[0]?.status
}

describe('a hash that no node knows', () => {
  async function follow(accountCode?: `0x${string}`): Promise<void> {
    await openPage(accountCode)
    tab.store.add(sampleFlow('claim', ACCOUNT))
    for (const event of [
      { type: 'simulate' },
      { type: 'askWallet', fromBlock: 9n, nonce: 0 },
      { type: 'send', hash: UNKNOWN_HASH },
    ] as const)
      tab.store.dispatch('flow', 0, event)
    void resumeFlows(tab)
  }

  it('is asked for less and less often: after a minute no more than once in ten seconds', async () => {
    await follow()
    const answer = vi.spyOn(network, 'answer')
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    // The first minute is for what has only just been sent.
    expect(answer.mock.calls.length).toBeLessThan(200)
    for (const minutes of [10, 60, 24 * 60]) {
      answer.mockClear()
      await vi.advanceTimersByTimeAsync(minutes * MINUTE_MS)
      expect(answer.mock.calls.length).toBeLessThanOrEqual(minutes * 6 + 10)
      expect(answer.mock.calls.length).toBeGreaterThan(minutes / 4)
    }
    expect(status()).toMatchObject({ at: 'sent', missing: true })
  })

  it('is looked for above what was searched only', async () => {
    await follow()
    const from: bigint[] = []
    const { answer } = FakeNetwork.prototype
    vi.spyOn(network, 'answer').mockImplementation((method, params) => {
      if (method === 'eth_getLogs')
        from.push(BigInt((params[0] as { fromBlock: string }).fromBlock))
      return answer.call(network, method, params)
    })
    for (let block = 0; block < 200; block++) network.mine()
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)
    expect(from[0]).toBe(10n)
    // All but the last 50 blocks, which some node may not have had.
    expect(from.at(-1)).toBe(161n)
  })

  it('may be waiting for other signers where the account is a contract', async () => {
    await follow('0x60')
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
    expect(status()).toMatchObject({ at: 'sent', missing: true, awaitsSigners: true })
  })

  it('is simply missing where the account has only delegated (EIP-7702)', async () => {
    await follow('0xef0100')
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
    expect(status()).toMatchObject({ at: 'sent', missing: true })
    expect(status()).not.toHaveProperty('awaitsSigners')
  })
})

describe('a browser whose Web Locks', () => {
  const refusal = new DOMException('denied', 'SecurityError')
  it.each<[how: string, locks: unknown]>([
    ['are missing', undefined],
    ['refuse', { request: () => Promise.reject(refusal) }],
    [
      'throw',
      {
        request() {
          throw refusal
        },
      },
    ],
  ])('%s sends anyway, once', async (_, locks) => {
    vi.stubGlobal('navigator', locks === undefined ? {} : { locks })
    await openPage()
    tab.store.add(sampleFlow('claim', ACCOUNT))
    void runFlow(tab, 'flow')
    await vi.advanceTimersByTimeAsync(100)
    network.mine()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(status()).toMatchObject({ at: 'done' })
    expect(browser.requestCount).toBe(1)
  })
})

describe('a wallet that answers late', () => {
  it('is not waited for once the chain has the transaction, and loses no hash', async () => {
    await openPage()
    tab.store.add(sampleFlow('claim', ACCOUNT))
    browser.mood = 'answerLate'
    void runFlow(tab, 'flow')
    await vi.advanceTimersByTimeAsync(100)
    const [first] = network.transactions
    if (first === undefined) throw new Error('nothing was sent')
    // What comes into the block is another transaction than the one that the wallet will name.
    first.state = 'gone'
    const other = network.send(first.to, first.input, first.nonce)
    network.mine()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(status()).toEqual({ at: 'done', hash: other })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tab.store.find('flow')?.steps[0]?.hashes).toEqual([other, first.hash])
    expect(browser.requestCount).toBe(1)
  })
})
