import { parseUnits } from 'viem'
import { expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { approveTransaction, claimTransaction, commitTransaction } from '../../devnet/transactions'
import { poolStatuses } from '../analytics/poolStatus'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import type { CommitIntent } from './kinds/commit'
import { runFlow } from './runFlow'
import { openTestPage } from './testing/openTestPage'
import { onQuietMarket } from './testing/quietMarket'

const alice = accountAddress('Alice')
const AMOUNT = parseUnits('200', 6)
const MARKETS = ['1-BTC/USD+USDC', '3-BTC/USD+USDC'] as const

vi.setConfig({ testTimeout: 20_000 })

let devnet: Devnet
onQuietMarket((started) => {
  devnet = started
}, '3-BTC/USD+USDC')

/** What a feed does that is shut down. */
const SILENT_FEEDS = [
  ['reverts', '0x60006000fd'],
  ['has no code any more', '0x'],
  // All zeros: the wrapper refuses such a round as not complete.
  ['gives a round without a time', '0x60a06000f3'],
] as const

it.each(MARKETS.flatMap((name) => SILENT_FEEDS.map(([what, code]) => [name, what, code] as const)))(
  '%s, whose feed %s, can be left: claimed from, and burned in',
  async (name, _, code) => {
    const { client } = devnet
    const market = marketOf(devnet, name)
    const put = (type: CommitType, amountWei: bigint) =>
      sendAndWait(client, commitTransaction({ from: alice, market, type, amountWei }))
    await sendAndWait(client, approveTransaction(alice, market))
    for (const type of [CommitType.LongMint, CommitType.ShortMint]) await put(type, AMOUNT)
    await pass()
    await sendAndWait(client, claimTransaction(alice, market))
    await put(CommitType.LongMint, AMOUNT)
    await pass()
    await client.setCode({ address: devnet.deployment.feeds['BTC/USD'].address, bytecode: code })

    const page = await openTestPage(devnet, { account: alice })
    const { pool, committer, settlementToken } = market
    const about = { chainId: page.network.chain.id, account: alice, createdAtMs: 0 }
    const claim: Flow['intent'] = { kind: 'claim', title: 'A claim', pool, committer }
    const claimFlow = createFlow({ ...about, id: 'claim', intent: claim }, false)
    const silent = await page.readPool(claimFlow)
    expect(silent.snapshot.oracle).toEqual({ kind: 'unavailable' })
    expect(poolStatuses(silent.snapshot, Number(silent.snapshot.timestampSec))[0].kind).toBe(
      'noPrice',
    )
    const { escrow, longBalance } = silent.account ?? {}
    expect(escrow?.longTokens).toBeGreaterThan(0n)

    page.store.add(claimFlow)
    await runFlow({ ...page, onChainChanged: () => undefined }, 'claim')
    expect(page.store.get()[0]?.steps.map(({ status }) => status.at)).toEqual(['done'])
    const claimed = await page.readPool(claimFlow)
    expect(claimed.account?.longBalance).toBe((longBalance ?? 0n) + (escrow?.longTokens ?? 0n))

    const amount = claimed.account?.longBalance ?? 0n
    const legs = [{ commitType: CommitType.LongBurn, amount, fromAggregateBalance: false }]
    const burn: CommitIntent = {
      ...{ kind: 'commit', title: 'A burn', pool, committer, settlementToken, legs },
      ...{ approval: 'exact', autoClaimWei: 0n, projection: undefined },
    }
    const burnFlow = createFlow({ ...about, id: 'burn', intent: burn }, false)
    page.store.add(burnFlow)
    await runFlow({ ...page, onChainChanged: () => undefined }, 'burn')
    const [burned] = page.store.get().filter(({ id }) => id === 'burn')
    expect(burned?.steps.map(({ status }) => status.at)).toEqual(['done'])
    const after = await page.readPool(burnFlow)
    expect(after.account?.longBalance).toBe(0n)
    expect(after.snapshot.pendingLongBurnPoolTokens).toBe(amount)

    async function pass(): Promise<void> {
      // Long enough for a commit made now, whatever the front-running interval.
      for (let upkeep = 0; upkeep < 4; upkeep++) {
        await devnet.increaseTime(market.updateIntervalSec + 1)
        await devnet.upkeep([market.pool])
      }
    }
  },
)
