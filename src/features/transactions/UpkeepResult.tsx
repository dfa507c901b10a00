import { useQuery } from '@tanstack/react-query'
import type { Hash } from 'viem'
import { isAddressEqual } from 'viem'
import { useClient } from 'wagmi'
import { getUpkeepOutcome, type UpkeepOutcome } from '../../chain/upkeepOutcome'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import type { UpkeepIntent } from '../../flows/kinds/upkeep'
import { formatName } from '../../format/formatAddress'
import { formatAmountShort } from '../../format/formatAmount'
import { formatPrice } from '../../format/formatRatio'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { TransactionLink } from '../../ui/TransactionLink'
import { transactionsContent } from './content'

const content = transactionsContent.upkeep

/** What the rebalances that the person performed have changed, read from their transaction. */
export function UpkeepResult({ intent, hash }: { intent: UpkeepIntent; hash: Hash }) {
  const client = useClient()
  const explorerUrl = useExplorerUrl()
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['upkeepOutcome', hash],
    queryFn: () => {
      if (client === undefined) throw new Error('No RPC client')
      return getUpkeepOutcome(client, hash, intent.pools)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined && isError && !isFetching)
    return (
      <Notice tone="warn">
        <p>
          {content.unread} <TransactionLink hash={hash} explorerUrl={explorerUrl} />
        </p>
        <Button className="mt-2" onClick={() => void refetch()}>
          {content.tryAgain}
        </Button>
      </Notice>
    )
  if (data === undefined) return <Notice>{content.loading}</Notice>
  return (
    <Notice tone={data.some(({ upkeeps }) => upkeeps > 0) ? 'success' : 'warn'}>
      <ul className="space-y-1">
        {data.map((outcome) => (
          <OutcomeLine key={outcome.pool} outcome={outcome} />
        ))}
      </ul>
    </Notice>
  )
}

function OutcomeLine({ outcome }: { outcome: UpkeepOutcome }) {
  const facts = useSnapshot().snapshot?.pools.find(({ facts: other }) =>
    isAddressEqual(other.address, outcome.pool),
  )?.facts
  if (facts === undefined) return null
  const { settlementToken: token } = facts
  if (outcome.refusal !== undefined)
    return <li>{content.failed(formatName(facts.name), outcome.refusal)}</li>
  if (outcome.prices === undefined) return <li>{content.late(formatName(facts.name))}</li>
  return (
    <li>
      {content.result({
        market: formatName(facts.name),
        from: formatPrice(outcome.prices.startWad),
        to: formatPrice(outcome.prices.endWad),
        long: signed(outcome.longBalanceChange, token.decimals),
        short: signed(outcome.shortBalanceChange, token.decimals),
        token: formatName(token.symbol),
      })}{' '}
      {content.earned(<Amount value={outcome.reward} token={token} />)}
    </li>
  )
}

function signed(value: bigint, decimals: number): string {
  return `${value > 0n ? '+' : ''}${formatAmountShort(value, decimals)}`
}
