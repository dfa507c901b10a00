import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Address, isAddressEqual } from 'viem'
import { useAccount, useClient } from 'wagmi'
import {
  type MarketPrerequisites,
  marketPrerequisitesQueryOptions,
} from '../../chain/newMarket/marketPrerequisites'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { verifiedComponents } from '../../chain/verification/verifiedComponents'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { checkMarket } from './checkMarket'
import type { MarketForm } from './marketForm'
import type { EthWrapper, Findings, MarketPlan } from './marketPlan'
import { type ParsedMarketForm, parseMarketForm } from './parseMarketForm'
import { suggestedSymbol } from './suggestedSymbol'

/** A planned market with all that is said about it, for the chain as it is now. */
export interface LivePlan extends MarketPlan {
  readonly findings: Findings
  /** The chain did not answer the last time. */
  readonly isFailing: boolean
}

const NO_POOLS: readonly PoolAtBlock[] = []

/** Reads the form, asks the chain about it again and again, and checks it. */
export function useMarketPlan(form: MarketForm): LivePlan {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  if (client === undefined) throw new Error('No RPC client for the configured chain')
  const knownTokens = useMemo(() => verifiedComponents(network).tokens, [network])
  const lookAlike = useBridge()?.network.nativeUsdc
  const pools = useSnapshot().snapshot?.pools ?? NO_POOLS
  const { address: account } = useAccount()
  const market = useMemo(() => parseMarketForm(form), [form])
  const ethWrapper = useMemo(() => ethWrapperOf(market.token, pools), [market.token, pools])
  const { token, feed } = market
  // An invalid address must not fall back to another market's wrapper.
  const ethPrice = form.eth.trim() === '' ? ethWrapper?.wrapper : market.eth
  const query = useQuery(
    marketPrerequisitesQueryOptions(client, network, { token, feed, ethPrice, account }),
  )
  return useMemo(() => {
    const poolName = market.name === '' ? suggestedName(market, query.data, pools) : market.name
    const known = { pools, ethWrapper, knownTokens, lookAlike }
    const plan = { form, market, prerequisites: query.data, ...known, poolName }
    return { ...plan, findings: checkMarket(plan), isFailing: query.failureCount > 1 }
  }, [form, market, query.data, query.failureCount, pools, ethWrapper, knownTokens, lookAlike])
}

/** How the verified markets in this token pay their keepers: a stranger's wrapper could take both sides' balances. */
function ethWrapperOf(
  token: ParsedMarketForm['token'],
  pools: readonly PoolAtBlock[],
): EthWrapper | undefined {
  const facts =
    token &&
    pools.find(
      (pool) =>
        isVerified(pool) &&
        !pool.facts.deprecated &&
        isAddressEqual(pool.facts.settlementToken.address, token),
    )?.facts
  return facts && { wrapper: facts.settlementEthOracle as Address, poolName: facts.name }
}

/** As the markets that are there are named: `ETH/USD+USDC`; empty where feed or token have no name. */
function suggestedName(
  { feed }: ParsedMarketForm,
  prerequisites: MarketPrerequisites | undefined,
  pools: readonly PoolAtBlock[],
): string {
  const symbol = prerequisites?.token?.symbol
  const described = /^([A-Z0-9]{1,10}) ?\/ ?([A-Z0-9]{1,10})$/.exec(
    prerequisites?.feed?.description ?? '',
  )
  const follower = feed && pools.find(({ facts }) => isAddressEqual(facts.oracle.feed, feed))?.facts
  const base = described?.[1] ?? follower?.base
  const quote = described?.[2] ?? follower?.quote
  if (symbol === undefined || base === undefined || quote === undefined) return ''
  return `${base}/${quote}+${suggestedSymbol(symbol)}`
}
