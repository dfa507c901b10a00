import { createRandom } from '../devnet/seededRandom'
import { createAccountHistory } from '../src/chain/accountHistory/accountHistory'
import { createFakeAccountChain } from '../src/chain/accountHistory/fakeAccountChain'
import { createMemoryStore } from '../src/chain/accountHistory/memoryStore'
import { toHistoryRows } from '../src/chain/accountHistory/toHistoryRows'
import { resolveNetwork } from '../src/chain/network'
import type { Figure } from './projection'

/** What an account's history of 2,000 commits in 50 pools costs, from an RPC that gives 10,000 blocks a request. */
export async function measureAccountHistory(): Promise<Figure[]> {
  const chain = createFakeAccountChain({
    pools: 50,
    commits: 2_000,
    blocks: 1_000_000,
    mostBlocks: 10_000,
    random: createRandom(3, 'account').uniform,
  })
  const network = resolveNetwork({
    chainId: 31_337,
    rpcUrls: ['http://localhost'],
    poolFactory: chain.account,
    multicall3: chain.multicall3,
  })
  const { account, head, pools, requests } = chain
  const store = createMemoryStore()
  const history = createAccountHistory({ client: chain.client(), network, account, store })
  const startedMs = performance.now()
  await history.refresh(head, pools)
  await history.loadAll()
  const readMs = performance.now() - startedMs
  const { entries, reach, isWhole } = history.getSnapshot()
  history.stop()
  if (!isWhole) throw new Error('Not everything was read')
  const rowsFromMs = performance.now()
  toHistoryRows(entries, { reach, currentIdOf: () => 0n })
  return [
    { name: 'portfolio-2000-commits', value: readMs, unit: 'ms' },
    { name: 'portfolio-2000-commits-rows', value: performance.now() - rowsFromMs, unit: 'ms' },
    { name: 'portfolio-2000-commits-requests', value: requests.length, unit: 'requests' },
  ]
}
