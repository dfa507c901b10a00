import { isAddressEqual } from 'viem'
import type { WithdrawalProgress } from '../../analytics/withdrawalProgress'
import { CLAIM_LINK } from '../../chain/bridge/bridgeLink'
import type { TimedWithdrawal } from '../../chain/bridge/getWithdrawals'
import { useNetwork } from '../../data/NetworkContext'
import { useBridge } from '../../data/useBridge'
import { formatAddress } from '../../format/formatAddress'
import { formatDuration } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { ButtonLink } from '../../ui/ButtonLink'
import { TransactionLink } from '../../ui/TransactionLink'

/** One withdrawal: what, how far, and where to claim it. */
export function WithdrawalRow({
  withdrawal,
  progress,
}: {
  withdrawal: TimedWithdrawal
  progress: WithdrawalProgress
}) {
  const { chain } = useNetwork()
  const { state, part } = progress
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap justify-between gap-x-3">
        <What {...withdrawal} />
        <span className={state === 'ready' ? 'font-semibold' : 'text-muted'}>
          {describeState(progress)}
        </span>
      </p>
      {state === 'waiting' && (
        <progress
          aria-label="Part of the waiting time that is over, an estimate"
          className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
          max={1}
          value={part}
        />
      )}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
        <span>
          {state === 'waiting' && <span className="tabular">{describeWait(progress)} · </span>}
          <TransactionLink
            hash={withdrawal.transactionHash}
            explorerUrl={chain.blockExplorers?.default.url}
          />
        </span>
        {state === 'ready' && <ButtonLink href={CLAIM_LINK}>Claim on Ethereum</ButtonLink>}
      </div>
    </li>
  )
}

function What({ l1Token, amount }: TimedWithdrawal) {
  const tokens = useBridge()?.network.tokens
  if (l1Token === undefined)
    return <Amount value={amount} token={{ symbol: 'ETH', decimals: 18 }} />
  const token = tokens?.find(({ l1 }) => isAddressEqual(l1, l1Token))
  if (token !== undefined) return <Amount value={amount} token={token} />
  // Without its decimals an amount would be a guess.
  return (
    <span title={l1Token}>
      Some of the token <span className="font-mono">{formatAddress(l1Token)}</span>
    </span>
  )
}

function describeState({ state, isEstimate }: WithdrawalProgress): string {
  if (state === 'claimed') return 'Claimed'
  if (state === 'waiting') return isEstimate ? 'Waiting (estimate)' : 'Waiting'
  return isEstimate ? 'Ready, by estimate' : 'Ready to be claimed'
}

function describeWait({ leftSec }: WithdrawalProgress): string {
  if (leftSec === 0) return 'Due, but not confirmed on Ethereum yet'
  return `About ${formatDuration(leftSec)} left, an estimate`
}
