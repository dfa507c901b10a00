import { useQuery } from '@tanstack/react-query'
import type { Address, Hash } from 'viem'
import { isAddressEqual } from 'viem'
import { useClient } from 'wagmi'
import { tokenOutOf } from '../../chain/balancer/swapRoute'
import { useSnapshot } from '../../data/SnapshotProvider'
import { shortTokenName } from '../../data/shortTokenName'
import { getSwapOut } from '../../flows/getSwapOut'
import type { SwapIntent } from '../../flows/kinds/swap'
import { formatPercent, ratioWad } from '../../format/formatRatio'
import { Amount } from '../../ui/Amount'
import { Notice } from '../../ui/Notice'
import { transactionsContent } from './content'

const content = transactionsContent.swap

/** What a swap has given, read from its transaction, beside what its quote said. */
export function SwapResult({
  intent,
  account,
  hash,
}: {
  intent: SwapIntent
  account: Address
  hash: Hash
}) {
  const client = useClient()
  const token = useTokenOf(tokenOutOf(intent.route))
  const { data, isError } = useQuery({
    queryKey: ['swapOutcome', hash],
    queryFn: async () => {
      if (client === undefined) throw new Error('No RPC client')
      return { received: await getSwapOut(client, intent, account, hash) }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined && !isError) return <Notice>{content.loading}</Notice>
  if (data?.received === undefined || token === undefined)
    return <Notice tone="success">{content.unread}</Notice>
  return (
    <Notice tone="success">
      <Outcome quoted={intent.quotedOut} received={data.received} token={token} />
    </Notice>
  )
}

function Outcome({
  quoted,
  received,
  token,
}: {
  quoted: bigint
  received: bigint
  token: { readonly symbol: string; readonly decimals: number }
}) {
  const amount = <Amount value={received} token={token} />
  if (received === quoted) return content.exact(amount)
  const isLess = received < quoted
  const difference = isLess ? quoted - received : received - quoted
  const say = isLess ? content.less : content.more
  return say(
    amount,
    <Amount value={difference} token={token} />,
    formatPercent(ratioWad(difference, quoted) ?? 0n, 3),
  )
}

/** A token of one of the markets; undefined while they are not read. */
function useTokenOf(address: Address) {
  const pools = useSnapshot().snapshot?.pools ?? []
  for (const pool of pools)
    for (const key of ['longToken', 'shortToken', 'settlementToken'] as const)
      if (isAddressEqual(pool.facts[key].address, address))
        return shortTokenName(pool, pool.facts[key])
  return undefined
}
