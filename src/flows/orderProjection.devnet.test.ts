import { parseUnits } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { approveTransaction } from '../../devnet/transactions'
import { currentSpotPrice } from '../analytics/outlook'
import { wadToNumber } from '../analytics/wadToNumber'
import { poolCommitterAbi } from '../chain/abi'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import type { CommitIntent } from './kinds/commit'
import { figuresNow, firstUnsentLeg, projectionOf } from './orderProjection'
import { runFlow } from './runFlow'
import { declareUnsent } from './searchLost'
import { openTestPage, type TestPage, type TestPageOptions } from './testing/openTestPage'
import { eventually, onQuietMarket } from './testing/quietMarket'

const alice = accountAddress('Alice')
const AMOUNT = 5_000_000n
const LONG = { commitType: CommitType.LongMint, amount: AMOUNT, fromAggregateBalance: false }
const SHORT = { ...LONG, commitType: CommitType.ShortMint }

vi.setConfig({ testTimeout: 20_000 })

let devnet: Devnet
let market: DeployedMarket
onQuietMarket((started, first) => {
  devnet = started
  market = first
}, '5-ETH/USD+BAL')
beforeEach(async () => {
  await sendAndWait(devnet.client, approveTransaction(alice, market))
})

type Page = TestPage & { readonly onChainChanged: () => void }

async function openPage(options: Partial<TestPageOptions> = {}): Promise<Page> {
  const page = await openTestPage(devnet, { account: alice, ...options })
  return { ...page, onChainChanged: () => undefined }
}

/** The only flow there is. */
function flowIn({ store }: Page): Flow {
  const [flow] = store.get()
  if (flow === undefined) throw new Error('no flow')
  return flow
}

const statusesIn = (page: Page) => flowIn(page).steps.map(({ status }) => status.at)

/** An order as the ticket hands it over, with a projection by the current figures. */
async function addOrder(page: Page, legs: CommitIntent['legs'], of = market): Promise<string> {
  const { pool, committer, settlementToken } = of
  const intent: CommitIntent = {
    kind: 'commit',
    title: 'Mint',
    pool,
    committer,
    settlementToken,
    legs,
    approval: 'exact',
    autoClaimWei: 0n,
    projection: undefined,
  }
  const { chain } = page.network
  const about = { id: 'order', chainId: chain.id, account: alice, createdAtMs: 0 }
  page.store.add(createFlow({ ...about, intent }, false))
  await agreeNow(page)
  return 'order'
}

/** The person looks at the current figures, and wants it like this. */
async function agreeNow(page: Page): Promise<void> {
  const flow = flowIn(page)
  if (flow.intent.kind !== 'commit') throw new Error('no order')
  const pool = await page.readPool(flow)
  const from = firstUnsentLeg(flow)
  const figures = figuresNow(pool, flow.intent.legs.slice(from))
  const block = await devnet.client.getBlockNumber()
  const projection = projectionOf(pool, flow.intent, figures, from, block)
  const index = flow.steps.findIndex(({ status }) => status.at !== 'done')
  expect(page.store.dispatch('order', index, { type: 'agree', projection })).toBe(true)
}

async function passUpkeep(): Promise<void> {
  await devnet.increaseTime(61)
  await devnet.upkeep([market.pool])
}

async function queuedIds(): Promise<readonly bigint[]> {
  const events = await devnet.client.getContractEvents({
    address: market.committer,
    abi: poolCommitterAbi,
    eventName: 'CreateCommit',
    args: { user: alice },
    fromBlock: 0n,
    strict: true,
  })
  return events.map(({ args }) => args.appropriateUpdateIntervalId)
}

describe('an order that has been projected something', () => {
  it('goes out while its figures hold, and gets what was projected to the unit', async () => {
    const page = await openPage()
    await runFlow(page, await addOrder(page, [LONG, SHORT]))
    expect(statusesIn(page)).toEqual(['done', 'done'])
    const { intent } = flowIn(page)
    const before = await page.readPool(flowIn(page))
    await passUpkeep()
    const after = await page.readPool(flowIn(page))
    const { projection } = intent as CommitIntent
    const came = (key: 'longTokens' | 'shortTokens') =>
      (after.account?.escrow[key] ?? 0n) - (before.account?.escrow[key] ?? 0n)
    expect([came('longTokens'), came('shortTokens')]).toEqual([
      projection?.longTokens,
      projection?.shortTokens,
    ])
    expect(projection?.byLeg).toHaveLength(2)
  })

  it('goes out in all its parts where the market takes a fee and its index has moved', async () => {
    const other = devnet.deployment.markets.find(({ pool }) => pool !== market.pool)
    if (other === undefined) throw new Error('no market with fees')
    await sendAndWait(devnet.client, approveTransaction(alice, other))
    const amount = parseUnits('2000', 18)
    const legs = [LONG, SHORT].map((leg) => ({ ...leg, amount }))
    const page = await openPage()
    const id = await addOrder(page, legs, other)
    const { snapshot } = await page.readPool(flowIn(page))
    await devnet.setPrice('ETH', wadToNumber(currentSpotPrice(snapshot)) * 1.01)
    await agreeNow(page)
    await runFlow(page, id)
    expect(statusesIn(page)).toEqual(['done', 'done'])
  })

  it('stops when the cut-off has passed, and goes on at the person’s word', async () => {
    const page = await openPage()
    const id = await addOrder(page, [LONG])
    await passUpkeep()
    await runFlow(page, id)
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'FIGURES_CHANGED' })
    expect(page.sent()).toEqual([])
    // Trying again changes nothing; agreeing does.
    await runFlow(page, id)
    expect(page.sent()).toEqual([])
    await agreeNow(page)
    await runFlow(page, id)
    expect(statusesIn(page)).toEqual(['done'])
    const { intent } = flowIn(page)
    expect(await queuedIds()).toEqual([(intent as CommitIntent).projection?.intervalId])
  })

  it('stops when the index has moved, but not for a move that no one minds', async () => {
    const page = await openPage()
    const id = await addOrder(page, [LONG])
    const { snapshot } = await page.readPool(flowIn(page))
    const price = wadToNumber(currentSpotPrice(snapshot))
    await devnet.setPrice('BTC', price * 1.02)
    await runFlow(page, id)
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'FIGURES_CHANGED' })
    expect(page.sent()).toEqual([])
    await devnet.setPrice('BTC', price * 1.0002)
    await runFlow(page, id)
    expect(statusesIn(page)).toEqual(['done'])
  })

  it('never sends its second part into another interval on its own', async () => {
    const page = await openPage({
      // The wallet lies open for a minute before the first part is confirmed.
      between: (provider) => ({
        request: async (request) => {
          const answer = await provider.request(request)
          if (request.method === 'eth_sendTransaction' && page.sent().length === 1) {
            // The node answers before the transaction is in its block.
            await eventually(async () => expect(await queuedIds()).toHaveLength(1))
            await passUpkeep()
          }
          return answer
        },
      }),
    })
    const id = await addOrder(page, [LONG, SHORT])
    await runFlow(page, id)
    expect(flowIn(page).steps.map(({ status }) => status)).toMatchObject([
      { at: 'done' },
      { at: 'stopped', code: 'FIGURES_CHANGED' },
    ])
    expect(await queuedIds()).toHaveLength(1)
    await agreeNow(page)
    const { projection } = flowIn(page).intent as CommitIntent
    await runFlow(page, id)
    const [first = 0n, second = 0n] = await queuedIds()
    expect(second).toBeGreaterThan(first)
    // What was projected of the first part stands, and the second one's is new.
    expect(projection?.intervalId).toBe(second)
    expect([projection?.longTokens, projection?.shortTokens]).toEqual([
      projection?.byLeg?.[0]?.longTokens,
      projection?.byLeg?.[1]?.shortTokens,
    ])
  })

  it('is not sent when the pool cannot be read', async () => {
    let isDown = false
    const page = await openPage({
      onRpc: (method, params) => {
        const [call] = params as [{ data?: string }?]
        if (isDown && method === 'eth_call' && (call?.data?.length ?? 0) > 2_000)
          throw new Error('too slow')
      },
    })
    const id = await addOrder(page, [LONG])
    isDown = true
    await runFlow(page, id)
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'RPC' })
    expect(page.sent()).toEqual([])
  })
})

describe('a commit whose hash was lost', () => {
  /** A wallet that sends and then says nothing but that something went wrong. */
  const silent: TestPageOptions['between'] = (provider) => ({
    request: async (request) => {
      const answer = await provider.request(request)
      if (request.method === 'eth_sendTransaction')
        throw Object.assign(new Error('timeout'), { code: -32603 })
      return answer
    },
  })

  it('is found among what the account has sent, where the network gives no events', async () => {
    const page = await openPage({
      between: silent,
      onRpc: (method) => {
        if (method === 'eth_getLogs') throw new Error('no logs here')
      },
    })
    await runFlow(page, await addOrder(page, [LONG]))
    expect(statusesIn(page)).toEqual(['done'])
    expect(flowIn(page).steps[0]?.hashes).toHaveLength(1)
    expect(await queuedIds()).toHaveLength(1)
  })

  it('is not sent again at the first word where nothing can be looked up', async () => {
    const page = await openPage({
      between: silent,
      onRpc: (method) => {
        if (['eth_getLogs', 'eth_getBlockByNumber'].includes(method)) throw new Error('not here')
      },
    })
    const id = await addOrder(page, [LONG])
    const running = runFlow(page, id)
    await eventually(() =>
      expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'unknown', searched: 'failed' }),
    )
    await declareUnsent(page, id, false)
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'unknown', isWarned: true })
    await declareUnsent(page, id, true)
    await running
    expect(statusesIn(page)).toEqual(['ready'])
  })
})
