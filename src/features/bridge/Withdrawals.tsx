import type { Address } from 'viem'
import { withdrawalProgress } from '../../analytics/withdrawalProgress'
import type { OutboxState } from '../../chain/bridge/getOutboxState'
import type { TimedWithdrawal } from '../../chain/bridge/getWithdrawals'
import type { Snapshot } from '../../chain/snapshot'
import { useBridge } from '../../data/useBridge'
import { useChainNowSec } from '../../data/useNow'
import { formatMoment } from '../../format/formatTime'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { bridgeContent } from './content'
import { useWithdrawals } from './useWithdrawals'
import { WithdrawalRow } from './WithdrawalRow'

const content = bridgeContent.withdrawals

/** What an account has sent to Ethereum, newest first, and what is left to do about it. */
export function Withdrawals({ account, snapshot }: { account: Address; snapshot: Snapshot }) {
  const hasEthereum = useBridge()?.ethereum !== undefined
  const { log, error, isReading, loadOlder, outbox, isOutboxFailing } = useWithdrawals(
    account,
    snapshot.block,
  )
  const nowSec = useChainNowSec(snapshot) ?? 0
  const progressOf = ({ position, blockNumber, startedAtSec }: TimedWithdrawal) =>
    withdrawalProgress(
      Number(startedAtSec),
      nowSec,
      outbox && {
        isClaimed: outbox.spent.has(position),
        isConfirmed:
          outbox.confirmedBlock === undefined ? undefined : blockNumber <= outbox.confirmedBlock,
      },
    )
  return (
    <Card title={content.title}>
      {error !== null && (
        <Notice tone="warn">{content.failed(error.message.split('\n')[0] ?? '')}</Notice>
      )}
      {log === undefined ? (
        <div aria-busy="true" className="min-h-16">
          <Skeleton width="100%" />
        </div>
      ) : log.withdrawals.length === 0 ? (
        <p className="text-muted">{content.none}</p>
      ) : (
        <ul className="divide-y divide-line">
          {[...log.withdrawals].reverse().map((withdrawal) => (
            <WithdrawalRow
              key={withdrawal.position}
              withdrawal={withdrawal}
              progress={progressOf(withdrawal)}
            />
          ))}
        </ul>
      )}
      {log !== undefined && (
        <footer className="mt-3 space-y-2 text-xs text-muted">
          {log.withdrawals.length > 0 && <p>{sourceOf(hasEthereum, outbox, isOutboxFailing)}</p>}
          <p>{content.range(formatMoment(Number(log.fromSec), nowSec))}</p>
          {loadOlder !== undefined && (
            <Button disabled={isReading} onClick={loadOlder}>
              {isReading ? content.loading : content.older}
            </Button>
          )}
        </footer>
      )}
    </Card>
  )
}

/** Where the status of the withdrawals comes from. */
function sourceOf(hasEthereum: boolean, outbox: OutboxState | undefined, isFailing: boolean) {
  if (!hasEthereum) return content.source.off
  if (isFailing) return content.source.failing(outbox !== undefined)
  if (outbox === undefined) return content.source.loading
  return outbox.confirmedBlock === undefined ? content.source.claimedOnly : content.source.live
}
