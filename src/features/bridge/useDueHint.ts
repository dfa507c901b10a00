import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import {
  chooseHint,
  type HintFacts,
  type HintKind,
  isReadyToTrade,
  standing,
} from '../../analytics/bridgeHint'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { useDefaultSettlement } from '../../data/useKnownToken'
import { useEthereumBalances, useOtherBalances } from '../../data/useSlowBalances'
import { hintFacts, tokensHere, tokensOnEthereum } from './hintFacts'
import { useDismissedHints } from './hintMemory'
import { type TokenRow, tokenRows } from './tokenRows'

/** A hint that is due, and what it is about. */
export interface DueHint {
  readonly kind: HintKind
  readonly account: Address
  readonly facts: HintFacts
  readonly row: TokenRow | undefined
  /** What else it has on Ethereum that these pools take, and lacks here. */
  readonly more: readonly TokenOnEthereum[]
}

/** A settlement token that the wallet has on Ethereum. */
export interface TokenOnEthereum {
  readonly row: TokenRow
  /** There, base units. */
  readonly amount: bigint
}

/**
 * What the connected wallet lacks for these pools: `undefined` while that is not known or has been dismissed, `null` when it lacks
 * nothing.
 */
export function useDueHint(pools: readonly PoolAtBlock[]): DueHint | null | undefined {
  const { address: account, chainId } = useAccount()
  const { chain } = useNetwork()
  const { snapshot } = useSnapshot()
  const bridge = useBridge()?.network
  const first = useDefaultSettlement()
  const dismissed = useDismissedHints(account)
  const ethereum = useEthereumBalances(account, tokensOnEthereum(bridge))
  const others = useOtherBalances(account, tokensHere(bridge))
  if (account === undefined || snapshot === undefined || snapshot.account !== account)
    return undefined
  // What is said has to hold when the rest is known.
  if (ethereum.status === 'reading' || others.status === 'reading') return undefined
  const rows = tokenRows(pools, bridge, first)
  const isWrongNetwork = chainId !== chain.id
  const tokens = (rows.length === 0 ? [undefined] : rows).map((row) => ({
    row,
    facts: hintFacts(snapshot, row, isWrongNetwork, ethereum, others),
    dismissed: dismissed(row?.token.address),
  }))
  const chosen = chooseHint(tokens)
  const about = chosen && tokens[chosen.index]
  if (chosen === undefined || about === undefined)
    return tokens.some(({ facts }) => isReadyToTrade(facts)) ? null : undefined
  const more = tokens.flatMap(({ facts, row }, index) => {
    const { noMoney, moneyThere } = standing(facts)
    const isDue = index !== chosen.index && noMoney && moneyThere && row !== undefined
    return isDue ? [{ row, amount: facts.ethereumSettlement ?? 0n }] : []
  })
  return { kind: chosen.kind, account, facts: about.facts, row: about.row, more }
}
