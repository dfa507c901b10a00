import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { dueHint, type HintFacts, type HintKind } from '../../analytics/bridgeHint'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { useEthereumBalances, useOtherBalances } from '../../data/useSlowBalances'
import { hintFacts, tokensOnEthereum } from './hintFacts'
import { useDismissedHints } from './hintMemory'
import { type TokenRow, tokenRows } from './tokenRows'

/** A hint that is due, and what it is about. */
export interface DueHint {
  readonly kind: HintKind
  readonly account: Address
  readonly facts: HintFacts
  readonly row: TokenRow | undefined
}

/** What the connected wallet lacks for these pools: `undefined` while that is not known, `null` when there is nothing to say. */
export function useDueHint(pools: readonly PoolAtBlock[]): DueHint | null | undefined {
  const { address: account, chainId } = useAccount()
  const { chain } = useNetwork()
  const { snapshot } = useSnapshot()
  const bridge = useBridge()?.network
  const dismissed = useDismissedHints(account)
  const ethereum = useEthereumBalances(account, tokensOnEthereum(bridge))
  const others = useOtherBalances(
    account,
    bridge?.nativeUsdc === undefined ? [] : [bridge.nativeUsdc.address],
  )
  if (account === undefined || snapshot === undefined || snapshot.account !== account)
    return undefined
  // What is said has to hold when the rest is known.
  if (ethereum.status === 'reading' || others.status === 'reading') return undefined
  const rows = tokenRows(pools, bridge)
  const isWrongNetwork = chainId !== chain.id
  const due = (rows.length === 0 ? [undefined] : rows).flatMap((row) => {
    const facts = hintFacts(snapshot, row, isWrongNetwork, ethereum, others)
    const kind = dueHint(facts, dismissed)
    return kind === undefined ? [] : [{ kind, account, facts, row }]
  })
  // With money in one token there is not nothing.
  const some = due.find(({ kind }) => kind !== 'nothing')
  return some ?? (due.length === rows.length ? due[0] : undefined) ?? null
}
