import { useMemo } from 'react'
import { type PendingInterval, pendingIntervals } from '../../analytics/pendingIntervals'
import { poolStatus } from '../../analytics/poolStatus'
import type { AccountLog } from '../../chain/commits/accountLog'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { useChainNowSec } from '../../data/useNow'
import { useStaleness } from '../../data/useStaleness'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Separated } from '../../ui/Separated'
import { Tooltip } from '../../ui/Tooltip'
import { TransactionLink } from '../../ui/TransactionLink'
import { describeCertainty } from './certainty'
import { pendingContent } from './content'
import { describeCommit } from './describeCommit'
import { describeExecution } from './describeExecution'
import { hasPaidClaim, type PendingLine, pendingLines } from './pendingLines'
import { SettledAmounts } from './SettledAmounts'

const content = pendingContent
const UNKNOWN = { isWarning: false, text: '' }
/** What the last block said still holds of these; of all others only the clock tells when they rebalance. */
const KNOWN_WITHOUT_CLOCK: readonly string[] = ['paused', 'noPrice', 'refused']

/** What the account waits for in a pool; empty when there is nothing. */
export function usePendingIntervals({
  snapshot,
  account,
}: PoolAtBlock): readonly PendingInterval[] {
  const user = account?.user
  return useMemo(
    () => (user === undefined ? [] : pendingIntervals(snapshot, user)),
    [snapshot, user],
  )
}

/** Interval by interval: what goes in, what comes out, when, and how surely. */
export function PendingIntervals({
  pool,
  intervals,
  log,
}: {
  pool: PoolAtBlock
  intervals: readonly PendingInterval[]
  log: AccountLog | undefined
}) {
  return (
    <ul className="divide-y divide-line">
      {intervals.map((interval) => (
        <Interval
          key={interval.updateIntervalId.toString()}
          pool={pool}
          interval={interval}
          log={log}
        />
      ))}
    </ul>
  )
}

function Interval({
  pool: { facts, snapshot, market },
  interval,
  log,
}: {
  pool: PoolAtBlock
  interval: PendingInterval
  log: AccountLog | undefined
}) {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const dollarsOf = useDollars()
  const dueSec = Number(interval.earliestSec)
  const status = poolStatus(snapshot, nowSec, market.feedUpdatedAtSec)
  const isUnknown = useStaleness() !== undefined && !KNOWN_WITHOUT_CLOCK.includes(status.kind)
  const { isWarning, text } = isUnknown
    ? UNKNOWN
    : describeCertainty(interval, status, nowSec, dueSec)
  const [heading, wait] = isUnknown
    ? [content.interval.executesUnknown]
    : describeExecution(snapshot, dueSec, nowSec)
  const known = useMemo(
    () => pendingLines(facts.address, interval, log),
    [facts.address, interval, log],
  )
  const { lines } = known
  const isClaimPaid = hasPaidClaim(known)
  return (
    <li className="space-y-2 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap justify-between gap-x-3">
        <Tooltip text={content.interval.number(interval.updateIntervalId)}>
          <span className="font-medium">{heading}</span>
        </Tooltip>
        <span className="tabular whitespace-nowrap">{wait}</span>
      </p>
      <ul className="space-y-2 border-l border-line pl-3">
        {lines.map((line) => (
          <Line key={line.key} facts={facts} line={line} />
        ))}
      </ul>
      {lines.length > 1 && interval.total !== undefined && (
        <p className="flex justify-between gap-3 border-l border-transparent pl-3">
          <span className="text-muted">{content.interval.total}</span>
          <span>
            <Dollars wad={dollarsOf(interval.total.settlementTokens, facts.settlementToken)} />{' '}
            <SettledAmounts facts={facts} settled={interval.total} />
          </span>
        </p>
      )}
      {isClaimPaid !== undefined && (
        <p className="text-xs text-muted">
          {isClaimPaid ? content.interval.autoClaim : content.interval.noAutoClaim}
        </p>
      )}
      {text !== '' && <p className={`text-xs ${isWarning ? 'text-warn' : 'text-muted'}`}>{text}</p>}
    </li>
  )
}

function Line({ facts, line }: { facts: PoolFacts; line: PendingLine }) {
  const explorerUrl = useExplorerUrl()
  const { commit, settled, recorded } = line
  const text = describeCommit(facts, line.commitType)
  const mintingFee = commit === undefined ? 0n : commit.amount - recorded
  const dollarsOf = useDollars()
  const amount = (value: bigint, token: TokenFacts) => (
    <span>
      <Amount value={value} token={token} /> <Dollars wad={dollarsOf(value, token)} />
    </span>
  )
  const fee = (name: string, value: bigint) => (
    <span>
      {name} <Amount value={value} token={facts.settlementToken} />{' '}
      <Dollars wad={dollarsOf(value, facts.settlementToken)} />
    </span>
  )
  return (
    <li>
      <p className="flex justify-between gap-3">
        <span>{text.label}</span>
        {amount(commit?.amount ?? recorded, text.paid)}
      </p>
      <p className="flex justify-between gap-3">
        <span className="text-muted">{content.line.receive}</span>
        {settled === undefined ? (
          <span className="text-muted">{content.line.noProjection}</span>
        ) : (
          amount(text.receivedOf(settled), text.receivedToken)
        )}
      </p>
      <p className="text-xs text-muted">
        <Separated>
          {mintingFee > 0n && fee(content.line.mintingFee, mintingFee)}
          {settled !== undefined &&
            settled.feeWei > 0n &&
            fee(content.line.feesAtExecution, settled.feeWei)}
          {commit === undefined
            ? content.line.sum
            : commit.fromAggregateBalance
              ? content.line.fromEscrow
              : content.line.fromWallet}
          {commit !== undefined && (
            <TransactionLink hash={commit.transactionHash} explorerUrl={explorerUrl} />
          )}
        </Separated>
      </p>
    </li>
  )
}
