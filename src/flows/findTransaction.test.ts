import { createClient, custom, encodeFunctionData, type Hash, type Hex, numberToHex } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leveragedPoolAbi } from '../chain/abi'
import { MAX_TRANSACTIONS } from '../protocol/bounds'
import { findTransaction } from './findTransaction'
import { resumeFlows } from './runFlow'
import { FakeBrowser } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'
import { SAMPLE_COMMIT } from './testing/sampleCommit'
import { SAMPLE_CONTRACTS, sampleContracts, sampleFlow } from './testing/sampleKinds'
import { UnfinishedSearchError } from './unfinishedSearchError'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const STRANGER = '0x00000000000000000000000000000000000000e1'
const { pool } = SAMPLE_COMMIT
const CALL = encodeFunctionData({ abi: leveragedPoolAbi, functionName: 'claimSecondaryFees' })

/** Of what no node knows. */
const HASH: Hash = `0x${'7'.repeat(64)}`
const hashAt = (index: number): Hash => numberToHex(index + 1_000, { size: 32 })

/** A node on which this many have claimed the pool's fees, which anyone may; one of them may be the account. */
function crowdedNode(count: number, own?: number) {
  const asked: number[] = []
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    const [first] = (params ?? []) as [unknown]
    if (method === 'eth_blockNumber') return numberToHex(500)
    if (method === 'eth_getLogs') {
      const { topics, toBlock } = first as { topics: readonly (Hex | Hex[])[]; toBlock: Hex }
      return Array.from({ length: count }, (_, index) => ({
        ...{ address: pool, topics: topics.flat(), data: '0x', removed: false },
        blockNumber: toBlock,
        logIndex: numberToHex(index),
        transactionHash: hashAt(index),
      }))
    }
    if (method !== 'eth_getTransactionByHash') throw new Error(`no ${method}`)
    const index = Number(first) - 1_000
    asked.push(index)
    const from = index === own ? ACCOUNT : STRANGER
    const about = { value: '0x0', gas: '0x1', gasPrice: '0x1', type: '0x0', nonce: '0x0' }
    return { ...about, hash: first, from, to: pool, input: CALL, blockNumber: '0x64' }
  }
  return { asked, client: createClient({ transport: custom({ request }, { retryCount: 0 }) }) }
}

function searchIn({ client }: ReturnType<typeof crowdedNode>) {
  const flow = sampleFlow('feeClaim', ACCOUNT)
  const [step] = flow.steps
  if (step === undefined) throw new Error('no step')
  const others = new Set<Hash>()
  return () => findTransaction(client, flow, step, { fromBlock: 99n }, () => [], others)
}

describe('where strangers leave more events than one search looks at', () => {
  it('looks at so many, the soonest first, and does not say that it is not there', async () => {
    const node = crowdedNode(MAX_TRANSACTIONS + 1)
    await expect(searchIn(node)()).rejects.toThrow(UnfinishedSearchError)
    expect(node.asked).toEqual(Array.from({ length: MAX_TRANSACTIONS }, (_, index) => index))
  })

  it('goes on where it was, finds it, and asks for none twice', async () => {
    const own = MAX_TRANSACTIONS * 2 + 3
    const node = crowdedNode(own + 20, own)
    const search = searchIn(node)
    for (let n = 0; n < 2; n++) await expect(search()).rejects.toThrow(UnfinishedSearchError)
    expect((await search()).hash).toBe(hashAt(own))
    expect(node.asked).toEqual(Array.from({ length: own + 1 }, (_, index) => index))
  })

  it('says that it is not there once it has looked at all of them', async () => {
    const search = searchIn(crowdedNode(MAX_TRANSACTIONS + 1))
    await expect(search()).rejects.toThrow(UnfinishedSearchError)
    expect((await search()).hash).toBeUndefined()
  })
})

describe('a hash that no node knows, among more events than one search looks at', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', {})
    vi.stubGlobal('navigator', {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is not called dropped before all of them were looked at', async () => {
    const network = new FakeNetwork(ACCOUNT, sampleContracts(ACCOUNT))
    const crowd = crowdedNode(MAX_TRANSACTIONS * 18).client
    const answer = network.answer.bind(network)
    vi.spyOn(network, 'answer').mockImplementation((method, params) =>
      method === 'eth_getLogs' || (method === 'eth_getTransactionByHash' && params[0] !== HASH)
        ? crowd.request({ method, params } as never)
        : answer(method, params),
    )
    const tab = await new FakeBrowser(network, SAMPLE_CONTRACTS).open()
    tab.store.add(sampleFlow('feeClaim', ACCOUNT))
    for (const event of [
      { type: 'simulate' },
      { type: 'askWallet', fromBlock: 9n },
      { type: 'send', hash: HASH },
    ] as const)
      tab.store.dispatch('flow', 0, event)
    void resumeFlows(tab)
    const status = () => tab.store.find('flow')?.steps[0]?.status
    const declare = () => tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(status()).toMatchObject({ at: 'sent', missing: true, isUnfinished: true })
    declare()
    expect(status()).toMatchObject({ at: 'sent', isUnfinished: true })
    await vi.advanceTimersByTimeAsync(5 * 600_000)
    expect(status()).toMatchObject({ at: 'sent', missing: true })
    expect(status()).not.toHaveProperty('isUnfinished')
    declare()
    expect(status()).toMatchObject({ at: 'failed', because: 'dropped' })
    tab.close()
  })
})
