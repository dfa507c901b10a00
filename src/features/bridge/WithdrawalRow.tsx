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
import { Tooltip } from '../../ui/Tooltip'
import { TransactionLink } from '../../ui/TransactionLink'
import { bridgeContent } from './content'

const content = bridgeContent.withdrawals

/** One withdrawal: the amount, how far it is, and where to claim it. */
export function WithdrawalRow({
  withdrawal,
  progress,
}: {
  withdrawal: TimedWithdrawal
  progress: WithdrawalProgress
}) {
  const { chain } = useNetwork()
  const { state, progress: fraction } = progress
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
          aria-label={content.progress}
          className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
          max={1}
          value={fraction}
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
        {state === 'ready' && <ButtonLink href={CLAIM_LINK}>{content.claim}</ButtonLink>}
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
    <Tooltip text={l1Token}>
      <span>
        {content.unknownToken(<span className="font-mono">{formatAddress(l1Token)}</span>)}
      </span>
    </Tooltip>
  )
}

function describeState({ state, isEstimate }: WithdrawalProgress): string {
  if (state === 'claimed') return content.claimed
  if (state === 'waiting') return isEstimate ? content.waitingEstimate : content.waiting
  return isEstimate ? content.readyEstimate : content.ready
}

function describeWait({ leftSec }: WithdrawalProgress): string {
  if (leftSec === 0) return content.unconfirmed
  return content.left(formatDuration(leftSec))
}
