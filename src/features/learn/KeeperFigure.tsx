import { type ReactNode, useMemo } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatPrice } from '../../format/formatRatio'
import { formatClock, formatDuration } from '../../format/formatTime'
import type { CommitmentAmounts } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'
import { Flash } from '../../ui/Flash'
import { keeperSteps as content } from './content'
import { IntervalBar } from './IntervalBar'
import {
  KEEPER_STEPS,
  type KeeperOutlook,
  type KeeperStage,
  type KeeperStep,
  keeperOutlook,
  keeperStage,
  sumCommits,
} from './keeperStage'

/** A pool's update interval as a bar, and the keeper's seven steps with what each is about right now. */
export function KeeperFigure({ pool }: { pool: PoolAtBlock }) {
  const live = useSnapshot().snapshot
  const nowSec = useChainNowSec(live) ?? Number(pool.snapshot.timestampSec)
  const stage = keeperStage(pool.snapshot, nowSec)
  const outlook = useMemo(() => keeperOutlook(pool.snapshot), [pool.snapshot])
  const facts = stepFacts(pool, stage, outlook, nowSec)
  return (
    <>
      <p className="tabular mt-3 font-semibold" data-stage={stage.step}>
        {describeStage(stage, nowSec)}
      </p>
      {stage.trouble === undefined && <IntervalBar pool={pool.snapshot} stage={stage} />}
      <ol className="mt-4 grid gap-x-8 md:grid-cols-2">
        {KEEPER_STEPS.map((step) => (
          <li
            key={step}
            aria-current={step === stage.step ? 'step' : undefined}
            className="flex gap-3 border-t border-line py-2.5"
          >
            <span
              className={`tabular h-6 w-12 shrink-0 rounded text-center leading-6 ${
                step === stage.step ? 'bg-accent font-semibold text-on-accent' : 'bg-raised'
              }`}
            >
              {step}
            </span>
            <div className="min-w-0">
              <p className="font-semibold">
                {content.names[step]}
                {step === stage.step && (
                  <span className="ml-2 font-normal text-accent">{content.now}</span>
                )}
              </p>
              <p className="tabular text-muted">{facts[step]}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-xs text-muted">
        {content.block(live?.block.number.toString() ?? '—')}
      </p>
    </>
  )
}

function describeStage(stage: KeeperStage, nowSec: number): string {
  const { state } = content
  if (stage.trouble !== undefined) return state[stage.trouble]
  if (stage.step === '3.0') return state.due(formatDuration(nowSec - stage.dueSec))
  const left = formatDuration(stage.dueSec - nowSec)
  const clock = formatClock(stage.dueSec, nowSec)
  return stage.step === '1.0' ? state.open(left, clock) : state.closed(left, clock)
}

function stepFacts(
  { facts, snapshot, market }: PoolAtBlock,
  { slot }: KeeperStage,
  outlook: KeeperOutlook | string | undefined,
  nowSec: number,
): Record<KeeperStep, ReactNode> {
  const settlement = facts.settlementToken
  const money = (value: bigint) => <Amount value={value} token={settlement} />
  const long = (value: bigint) => (
    <Amount value={value} token={{ ...facts.longToken, symbol: 'L' }} />
  )
  const short = (value: bigint) => (
    <Amount value={value} token={{ ...facts.shortToken, symbol: 'S' }} />
  )
  const both = (longs: bigint, shorts: bigint) => (
    <>
      {long(longs)} + {short(shorts)}
    </>
  )
  const amounts = (commits: CommitmentAmounts) =>
    Object.values(commits).every((amount) => amount === 0n)
      ? content.nothing
      : content.amounts(
          money(commits.longMintSettlement + commits.shortMintSettlement),
          both(commits.longBurnPoolTokens, commits.shortBurnPoolTokens),
          both(commits.longBurnShortMintPoolTokens, commits.shortBurnLongMintPoolTokens),
        )
  const price = (wad: bigint) => <Flash>{formatPrice(wad)}</Flash>
  const last = formatClock(Number(snapshot.lastPriceTimestampSec), nowSec)
  const isNew = snapshot.updateIntervalId <= 1n
  const projected = typeof outlook === 'object' ? outlook : undefined
  const none = typeof outlook === 'string' ? content.noOutlook(outlook) : '—'
  return {
    '1.0': (
      <>
        {content.queued(amounts(sumCommits(snapshot.totalPoolCommitments)))}{' '}
        {slot !== undefined &&
          content.slot(
            slot.updateIntervalId.toString(),
            formatClock(Number(slot.executesAtSec), nowSec),
          )}
      </>
    ),
    '2.0': content.balances(
      <Flash>{money(snapshot.longBalance)}</Flash>,
      <Flash>{money(snapshot.shortBalance)}</Flash>,
      snapshot.pendingMintSettlementAmount > 0n
        ? money(snapshot.pendingMintSettlementAmount)
        : undefined,
    ),
    '3.0': (
      <>
        {(isNew ? content.neverRebalanced : content.lastRebalance)(
          last,
          price(snapshot.executionPriceWad),
        )}{' '}
        {projected?.rewardEstimate === undefined
          ? content.noReward
          : content.reward(money(projected.rewardEstimate))}
      </>
    ),
    '3.1a':
      projected === undefined
        ? none
        : content.executes(
            projected.upkeep.executed.map(({ updateIntervalId }) => updateIntervalId).join(', '),
            amounts(projected.executes),
          ),
    '3.1b': (
      <>
        {market.oraclePriceWad !== undefined && content.oracleNow(price(market.oraclePriceWad))}{' '}
        {projected === undefined
          ? none
          : content.price(
              price(projected.upkeep.startPriceWad),
              price(projected.upkeep.endPriceWad),
              facts.quote ?? '',
            )}{' '}
        {projected !== undefined && facts.oracle.kind === 'sma' && content.average}
      </>
    ),
    '3.1c':
      projected === undefined
        ? none
        : projected.transfer === undefined
          ? content.noTransfer
          : content.transfer(projected.transfer.from, money(projected.transfer.amount)),
    '4.0':
      projected === undefined
        ? none
        : Object.values(projected.executes).every((amount) => amount === 0n)
          ? content.nothingMinted
          : content.minted(
              long(projected.minted.long),
              short(projected.minted.short),
              both(projected.executes.longBurnPoolTokens, projected.executes.shortBurnPoolTokens),
            ),
  }
}
