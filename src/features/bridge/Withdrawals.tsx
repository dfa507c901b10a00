import type { Address } from 'viem'
import { withdrawalProgress } from '../../analytics/withdrawalProgress'
import type { OutboxState } from '../../chain/bridge/getOutboxState'
import type { TimedWithdrawal } from '../../chain/bridge/getWithdrawals'
import type { Snapshot } from '../../chain/snapshot'
import { useBridge } from '../../data/useBridge'
import { useChainNowSec } from '../../data/useNow'
import { formatClock } from '../../format/formatTime'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { useWithdrawals } from './useWithdrawals'
import { WithdrawalRow } from './WithdrawalRow'

/** What an account has sent to Ethereum, newest first, and what is left to do about it. */
export function Withdrawals({ account, snapshot }: { account: Address; snapshot: Snapshot }) {
  const hasEthereum = useBridge()?.ethereum !== undefined
  const { log, trouble, isReading, readOn, outbox, isOutboxFailing } = useWithdrawals(
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
    <Card title="Withdrawals to Ethereum">
      {trouble !== null && (
        <Notice tone="warn">
          The events cannot be read: {trouble.message.split('\n')[0]} What is shown may be
          incomplete. It is tried again by itself.
        </Notice>
      )}
      {log === undefined ? (
        <div aria-busy="true" className="min-h-16">
          <Skeleton width="100%" />
        </div>
      ) : log.withdrawals.length === 0 ? (
        <p className="text-muted">None found.</p>
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
          <p>
            ETH that comes to this account, and tokens that it has withdrawn, since{' '}
            {formatClock(Number(log.fromSec), nowSec)}. A few tokens, DAI among them, have a gateway
            of their own: those are on the bridge’s site only.
          </p>
          {readOn !== undefined && (
            <Button disabled={isReading} onClick={readOn}>
              {isReading ? 'Reading…' : 'Look further back'}
            </Button>
          )}
        </footer>
      )}
    </Card>
  )
}

const ESTIMATED =
  'states and times are estimates by the clock, and whether something has been claimed is not known.'

/** Where the states come from. */
function sourceOf(hasEthereum: boolean, outbox: OutboxState | undefined, isFailing: boolean) {
  if (!hasEthereum) return `Ethereum is not read here: ${ESTIMATED}`
  if (isFailing)
    return `Ethereum does not answer: ${outbox === undefined ? ESTIMATED : 'states are those of its last answer.'} It is asked again each minute.`
  if (outbox === undefined) return 'Asking Ethereum …'
  return outbox.confirmedBlock === undefined
    ? 'What is claimed Ethereum says. Which withdrawals it has confirmed could not be found out: those states and times are estimates by the clock.'
    : 'States are Ethereum’s, read once a minute.'
}
