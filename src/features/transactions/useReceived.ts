import { useQuery } from '@tanstack/react-query'
import { isAddressEqual } from 'viem'
import { useClient } from 'wagmi'
import { useSnapshot } from '../../data/SnapshotProvider'
import { shortTokenName } from '../../data/shortTokenName'
import { identifyStakedToken, verifiedFirst } from '../../data/stakedToken'
import { useSecondary } from '../../data/useSecondary'
import type { ShownAmount } from '../../data/valueParts'
import type { Flow } from '../../flows/flow'
import { getReceived, type ReceivedToken } from '../../flows/getReceived'
import { WAD_DECIMALS } from '../../protocol/wad'
import { transactionsContent } from './content'

/** Symbols don't change: one reading is enough. */
const TOKENS_AGE_MS = 3_600_000

/** What a finished flow's transaction brought, read from its receipt. Empty where it brought nothing. */
export type ReceivedAmounts = readonly ShownAmount[] | 'loading' | 'unknown'

/** @param isRead Otherwise only what was read before is said */
export function useReceived(flow: Flow | undefined, isRead = true): ReceivedAmounts {
  const client = useClient()
  const nameOf = useTokenName(flow)
  const status = flow?.steps.at(-1)?.status
  const hash = status?.at === 'done' ? status.hash : undefined
  const { data, isLoading } = useQuery({
    queryKey: ['received', hash],
    queryFn: async () => {
      if (client === undefined || flow === undefined || hash === undefined)
        throw new Error('No RPC client')
      return (await getReceived(client, flow, hash)) ?? null
    },
    enabled: isRead && hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isLoading) return 'loading'
  if (data === undefined || data === null) return 'unknown'
  const named = data
    .filter(({ amount }) => amount > 0n)
    .map(({ token, amount }) => ({ value: amount, token: nameOf(token) }))
  const known = named.flatMap(({ value, token }) => (token === undefined ? [] : { value, token }))
  return known.length === named.length ? known : 'unknown'
}

/** How a token is called beside its market; undefined while its market or its farm isn't read. */
function useTokenName(flow: Flow | undefined) {
  const pools = useSnapshot().snapshot?.pools ?? []
  const { secondary } = useSecondary(TOKENS_AGE_MS)
  const market = pools.find(({ facts }) => facts.address === flow?.intent.pool)
  return (token: ReceivedToken): ShownAmount['token'] | undefined => {
    switch (token.of) {
      case 'lp':
        return { symbol: transactionsContent.liquidity.lp, decimals: WAD_DECIMALS }
      case 'settlement':
        return pools.find(({ facts }) => isAddressEqual(facts.address, token.pool))?.facts
          .settlementToken
      case 'token': {
        const pooled = secondary?.pools.flatMap(({ tokens }) => tokens) ?? []
        const own = market === undefined ? [] : poolTokens(market.facts)
        const found = [...own, ...pooled].find((one) => isAddressEqual(one.address, token.address))
        return found && market ? shortTokenName(market, found) : found
      }
      case 'staked':
      case 'rewards': {
        const farm = secondary?.farms.find(({ address }) => isAddressEqual(address, token.farm))
        if (farm === undefined || token.of === 'rewards') return farm?.rewardToken
        const { kind } = identifyStakedToken(farm, verifiedFirst(pools), secondary?.pools ?? [])
        const { symbol, decimals } = farm.stakingToken
        return { symbol: transactionsContent.received.units[kind] || symbol, decimals }
      }
    }
  }
}

function poolTokens({
  longToken,
  shortToken,
  settlementToken,
}: Parameters<typeof shortTokenName>[0]['facts']) {
  return [longToken, shortToken, settlementToken]
}
