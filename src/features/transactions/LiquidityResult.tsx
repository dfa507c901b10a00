import { useQuery } from '@tanstack/react-query'
import type { Address, Hash } from 'viem'
import { isAddressEqual } from 'viem'
import { useClient } from 'wagmi'
import { useSnapshot } from '../../data/SnapshotProvider'
import { shortTokenName } from '../../data/shortTokenName'
import { useSecondary } from '../../data/useSecondary'
import { getLiquidityOut } from '../../flows/getLiquidityOut'
import type { ExitPoolIntent } from '../../flows/kinds/exitPool'
import type { JoinPoolIntent } from '../../flows/kinds/joinPool'
import { formatPercent, ratioWad } from '../../format/formatRatio'
import { Amount } from '../../ui/Amount'
import { Notice } from '../../ui/Notice'
import { transactionsContent } from './content'

const content = transactionsContent.liquidity

/** Symbols do not change: one reading is enough. */
const TOKENS_AGE_MS = 3_600_000

interface ShownToken {
  readonly symbol: string
  readonly decimals: number
}

/** What adding or removing liquidity has given, read from its transaction, beside what its quote said. */
export function LiquidityResult({
  intent,
  account,
  hash,
}: {
  intent: JoinPoolIntent | ExitPoolIntent
  account: Address
  hash: Hash
}) {
  const client = useClient()
  const tokens = useReceivedTokens(intent)
  const { data, isError } = useQuery({
    queryKey: ['liquidityOutcome', hash],
    queryFn: async () => {
      if (client === undefined) throw new Error('No RPC client')
      return { received: await getLiquidityOut(client, intent, account, hash) }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const words = content[intent.kind]
  if (data === undefined && !isError) return <Notice>{words.loading}</Notice>
  if (data?.received === undefined || tokens === undefined)
    return <Notice tone="success">{words.unread}</Notice>
  const { received } = data
  const quoted = intent.kind === 'joinPool' ? [intent.quotedLp] : intent.quotedAmounts
  const parts = tokens.map((token, index) => {
    return { token, received: received[index] ?? 0n, quoted: quoted[index] ?? 0n }
  })
  return (
    <Notice tone="success">
      {words.done} <Outcome parts={parts} />
    </Notice>
  )
}

interface Part {
  readonly token: ShownToken
  readonly received: bigint
  readonly quoted: bigint
}

function Outcome({ parts }: { parts: readonly Part[] }) {
  const shown = parts.filter(({ received, quoted }) => received > 0n || quoted > 0n)
  const amounts = content.list(
    shown.map(({ token, received }) => (
      <Amount key={token.symbol} value={received} token={token} />
    )),
  )
  const changed = shown.filter(({ received, quoted }) => received !== quoted)
  if (changed.length === 0) return content.exact(amounts)
  return (
    <>
      {content.other(amounts)}
      {changed.map((part) => (
        <span key={part.token.symbol} className="block">
          <Difference {...part} />
        </span>
      ))}
    </>
  )
}

function Difference({ token, received, quoted }: Part) {
  const isLess = received < quoted
  const difference = isLess ? quoted - received : received - quoted
  const say = isLess ? content.less : content.more
  const share = formatPercent(ratioWad(difference, quoted) ?? 0n, 3)
  return say(<Amount value={difference} token={token} />, share)
}

/** What an intent gives, in the order of its quote; undefined while the pool's tokens are not read. */
function useReceivedTokens(
  intent: JoinPoolIntent | ExitPoolIntent,
): readonly ShownToken[] | undefined {
  const { snapshot } = useSnapshot()
  const { secondary } = useSecondary(TOKENS_AGE_MS)
  if (intent.kind === 'joinPool') return [{ symbol: content.lp, decimals: 18 }]
  const pooled = secondary?.pools.find(({ id }) => id === intent.poolId)?.tokens
  const market = snapshot?.pools.find(({ facts }) => facts.address === intent.pool)
  const found = intent.tokens.flatMap((address) => {
    const token = pooled?.find((one) => isAddressEqual(one.address, address))
    if (token === undefined) return []
    return market === undefined ? token : shortTokenName(market, token)
  })
  return found.length === intent.tokens.length ? found : undefined
}
