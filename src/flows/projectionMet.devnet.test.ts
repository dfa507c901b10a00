import { parseEther } from 'viem'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { approveTransaction, claimTransaction, commitTransaction } from '../../devnet/transactions'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import type { CommitIntent, CommitLeg } from './kinds/commit'
import { figuresNow, projectionOf } from './orderProjection'
import { runFlow } from './runFlow'
import { openTestPage } from './testing/openTestPage'
import { onQuietMarket } from './testing/quietMarket'

const alice = accountAddress('Alice')
/** Settled in 18 decimals, with a minting and a burning fee. */
const CROOKED_MARKET = '5-ETH/USD+BAL'
/** An index that gives crooked prices. */
const ETH_USD = 3_456.78
const ODD_AMOUNT = parseEther('11.000000000000000007')
const TOKENS = ['longTokens', 'shortTokens', 'settlementTokens'] as const

vi.setConfig({ testTimeout: 20_000 })

let devnet: Devnet
let market: DeployedMarket
onQuietMarket((started) => {
  devnet = started
  market = marketOf(devnet, CROOKED_MARKET)
}, CROOKED_MARKET)

/** Both tokens in the wallet, and all three in escrow. */
beforeAll(async () => {
  const { client } = devnet
  const put = (type: CommitType, amountWei: bigint) =>
    sendAndWait(client, commitTransaction({ from: alice, market, type, amountWei }))
  await devnet.setPrice('ETH', ETH_USD)
  await sendAndWait(client, approveTransaction(alice, market))
  for (const place of ['wallet', 'escrow']) {
    await put(CommitType.LongMint, parseEther('200'))
    await put(CommitType.ShortMint, parseEther('200'))
    if (place === 'escrow') await put(CommitType.LongBurn, parseEther('50'))
    await passUpkeep()
    if (place === 'wallet') await sendAndWait(client, claimTransaction(alice, market))
  }
}, 30_000)

async function passUpkeep(): Promise<void> {
  await devnet.increaseTime(market.updateIntervalSec + 1)
  await devnet.upkeep([market.pool])
}

/** An order that goes out with a projection by the current figures; gives what was projected, and what came. */
async function projectedAndReceived(legs: readonly CommitLeg[]) {
  const page = await openTestPage(devnet, { account: alice })
  const { pool, committer, settlementToken } = market
  const intent: CommitIntent = {
    ...{ kind: 'commit', title: 'An order', pool, committer, settlementToken, legs },
    ...{ approval: 'exact', autoClaimWei: 0n, projection: undefined },
  }
  const about = { id: 'order', chainId: page.network.chain.id, account: alice, createdAtMs: 0 }
  const flow = createFlow({ ...about, intent }, false)
  const before = await page.readPool(flow)
  const block = await devnet.client.getBlockNumber()
  const projection = projectionOf(before, intent, figuresNow(before, legs), 0, block)
  page.store.add(flow)
  page.store.dispatch('order', 0, { type: 'agree', projection })
  await runFlow({ ...page, onChainChanged: () => undefined }, 'order')
  expect(page.store.get()[0]?.steps.map(({ status }) => status.at)).toEqual(legs.map(() => 'done'))
  const queued = escrowOf(await page.readPool(flow))
  await passUpkeep()
  const came = escrowOf(await page.readPool(flow))
  return {
    projected: TOKENS.map((name) => projection[name]),
    came: TOKENS.map((name) => came[name] - queued[name]),
  }
}

function escrowOf({ account }: Pick<PoolAtBlock, 'account'>) {
  if (account === undefined) throw new Error('Nobody’s part was read')
  return account.escrow
}

describe.each([
  ['wallet', false],
  ['escrow', true],
] as const)('an order from the %s comes to what was projected, to the wei', (_, fromEscrow) => {
  it.each(Object.entries(CommitType))('%s', async (__, commitType) => {
    const leg = { commitType, amount: ODD_AMOUNT, fromAggregateBalance: fromEscrow }
    const { projected, came } = await projectedAndReceived([leg])
    expect(came).toEqual(projected)
    expect(projected.some((amount) => amount > 0n)).toBe(true)
  })
})
