import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../devnet/seededRandom'
import { MAX_SEARCH_REQUESTS } from '../../protocol/bounds'
import { resolveNetwork } from '../network'
import { createAccountHistory } from './accountHistory'
import { createFakeAccountChain, type FakeAccountOptions } from './fakeAccountChain'
import { createMemoryStore } from './memoryStore'
import { toHistoryRows } from './toHistoryRows'

const BLOCKS = 3_000_000
const MOST_BLOCKS = 10_000

function open(change: Partial<FakeAccountOptions> = {}, store = createMemoryStore()) {
  const chain = createFakeAccountChain({
    pools: 50,
    commits: 2_000,
    blocks: BLOCKS,
    mostBlocks: MOST_BLOCKS,
    random: createRandom(3, 'account').uniform,
    ...change,
  })
  const network = resolveNetwork({
    chainId: 31_337,
    rpcUrls: ['http://localhost'],
    poolFactory: chain.pools[0]?.pool ?? '0x',
    multicall3: chain.multicall3,
  })
  const { account } = chain
  const history = createAccountHistory({ client: chain.client(), network, account, store })
  const count = (method: string) => chain.requests.filter((asked) => asked === method).length
  return { chain, history, store, count }
}

describe('2,000 commits in 50 pools, from an RPC that gives 10,000 blocks a request', () => {
  it('are read with a fixed number of requests a window, however many pools and commits there are', async () => {
    const { chain, history, store, count } = open()
    const startedMs = performance.now()
    await history.refresh(chain.head, chain.pools)
    const first = history.getSnapshot()
    expect(first).toMatchObject({ status: 'paused', isPaused: true, isWhole: false })
    expect(first.fromSec).toBe(
      chain.head.timestampSec - (chain.head.number - (first.fromBlock ?? 0n) + 1n) / 4n,
    )
    expect(first.entries.length).toBeGreaterThan(100)
    // Each window takes two requests, and a little more than one for what was executed there or shortly after.
    expect(count('eth_getLogs')).toBeLessThan(MAX_SEARCH_REQUESTS * 4)

    await history.loadAll()
    const ms = performance.now() - startedMs
    const state = history.getSnapshot()
    history.stop()
    expect(state).toMatchObject({ status: 'idle', isWhole: true, progress: 1 })
    const kinds = (kind: string) => state.entries.filter((entry) => entry.kind === kind).length
    expect(kinds('commit')).toBe(2_000)
    expect(kinds('execution')).toBe(chain.executions)
    const windows = BLOCKS / MOST_BLOCKS
    expect(count('eth_getLogs')).toBeLessThan(windows * 4)
    // One proves for each window that the node has it. Times of rows come with the page that shows them.
    expect(count('eth_getBlockByNumber')).toBeLessThan(windows * 2)
    expect(count('eth_call')).toBeLessThan(windows / 2)
    expect(ms).toBeLessThan(60_000)
    const rows = toHistoryRows(state.entries, { reach: state.reach, currentIdOf: () => 10n ** 9n })
    expect(rows.length).toBe(2_000 + chain.executions)
    expect(
      rows.every((row) => row.kind !== 'execution' || row.results?.[0]?.received !== undefined),
    ).toBe(true)

    const again = open({}, store)
    await again.history.refresh(again.chain.head, again.chain.pools)
    const restored = again.history.getSnapshot()
    again.history.stop()
    expect(restored.entries).toEqual(state.entries)
    expect(again.count('eth_getLogs')).toBeLessThan(5)
  }, 90_000)

  it('of which one is wanted in a pool that comes later are found without reading the others again', async () => {
    const { chain, history, count } = open({ commits: 200, blocks: 200_000 })
    await history.refresh(chain.head, chain.pools.slice(1))
    const before = history.getSnapshot()
    expect(before.isWhole).toBe(true)
    const [later] = chain.pools
    expect(before.entries.some(({ pool }) => pool === later?.pool)).toBe(false)
    const asked = count('eth_getLogs')
    await history.refresh(chain.head, chain.pools)
    const after = history.getSnapshot()
    history.stop()
    expect(after.isWhole).toBe(true)
    expect(after.entries.filter(({ pool }) => pool === later?.pool).length).toBeGreaterThanOrEqual(
      4,
    )
    expect(after.entries.filter(({ pool }) => pool !== later?.pool)).toEqual(before.entries)
    expect(count('eth_getLogs') - asked).toBeLessThan(20 * 4)
  })

  it('of which the RPC refuses some requests of several at once lose none of the others, and are whole in the end', async () => {
    const few = { commits: 200, blocks: 300_000 }
    const calm = open(few)
    await calm.history.refresh(calm.chain.head, calm.chain.pools)
    const refused = [9, 14]
    const { chain, history, count } = open({ ...few, isRefused: (at) => refused.includes(at) })
    await history.refresh(chain.head, chain.pools)
    const state = history.getSnapshot()
    history.stop()
    calm.history.stop()
    expect(state.isWhole).toBe(true)
    expect(state.entries).toEqual(calm.history.getSnapshot().entries)
    // Each refused window is read again, and none of the three beside it.
    expect(count('eth_getLogs') - calm.count('eth_getLogs')).toBeLessThanOrEqual(6)
  })
})
