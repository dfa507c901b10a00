import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { MARKETS, type MarketSpec } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { approveTransaction } from '../../devnet/transactions'
import { poolCommitterAbi } from '../chain/abi'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import { figuresNow, projectionOf } from './orderProjection'
import { runFlow } from './runFlow'
import { openTestPage, type TestPage } from './testing/openTestPage'
import { SAMPLE_COMMIT } from './testing/sampleCommit'

const alice = accountAddress('Alice')
/** An upkeep each minute, and 120 of them between a commit and its execution. */
const FAR: MarketSpec = { ...(MARKETS[0] as MarketSpec), frontRunningIntervalSec: 7_200 }
const LEGS = [{ commitType: CommitType.LongMint, amount: 5_000_000n, fromAggregateBalance: false }]

let devnet: Devnet
let market: DeployedMarket
beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: [FAR] })
  market = devnet.deployment.markets[0] as DeployedMarket
  await sendAndWait(devnet.client, approveTransaction(alice, market))
}, 60_000)
afterAll(() => devnet?.stop())
beforeEach(() => {
  // What a browser has and Node has not.
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function flowIn({ store }: TestPage): Flow {
  const [flow] = store.get()
  if (flow === undefined) throw new Error('no flow')
  return flow
}

const statusIn = (page: TestPage) => flowIn(page).steps[0]?.status

/** The person looks at interval and time, and wants it like this. */
async function agreeNow(page: TestPage): Promise<bigint> {
  const flow = flowIn(page)
  if (flow.intent.kind !== 'commit') throw new Error('no order')
  const pool = await page.readPool(flow)
  const figures = figuresNow(pool, LEGS)
  expect(figures.adds).toBeUndefined()
  const block = await devnet.client.getBlockNumber()
  const projection = projectionOf(pool, flow.intent, figures, 0, block)
  page.store.dispatch(flow.id, 0, { type: 'agree', projection })
  return projection.intervalId
}

it('an order that is too far ahead to be projected goes into the interval that was projected, or is not sent', async () => {
  const { client } = devnet
  const page = { ...(await openTestPage(devnet, { account: alice })), onChainChanged: () => {} }
  const { pool, committer, settlementToken } = market
  const intent = { ...SAMPLE_COMMIT, pool, committer, settlementToken, legs: LEGS }
  const chainId = page.network.chain.id
  const about = { id: 'order', chainId, account: alice, createdAtMs: 0, intent }
  page.store.add(createFlow(about, false))

  // The cut-off passes between the decision and the sending.
  const before = await agreeNow(page)
  await devnet.increaseTime(61)
  await devnet.upkeep([pool])
  await runFlow(page, 'order')
  expect(statusIn(page)).toMatchObject({ at: 'stopped', code: 'FIGURES_CHANGED' })

  const projected = await agreeNow(page)
  expect(projected).toBeGreaterThan(before)
  await runFlow(page, 'order')
  expect(statusIn(page)?.at).toBe('done')
  const [commit] = await client.getContractEvents({
    address: committer,
    abi: poolCommitterAbi,
    eventName: 'CreateCommit',
    args: { user: alice },
    fromBlock: 0n,
    strict: true,
  })
  expect(commit?.args.appropriateUpdateIntervalId).toBe(projected)
})
