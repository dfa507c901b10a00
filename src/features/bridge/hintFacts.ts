import { type HintFacts, littleMoney } from '../../analytics/bridgeHint'
import type { BridgeNetwork } from '../../chain/bridge/bridgeNetwork'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { Snapshot } from '../../chain/snapshot'
import type { SlowBalances } from '../../data/useSlowBalances'
import type { TokenRow } from './tokenRows'

/** Everything that is asked for on Ethereum: one request for all that want to know some of it. */
export function tokensOnEthereum(bridge: BridgeNetwork | undefined) {
  return bridge?.tokens.map(({ l1 }) => l1) ?? []
}

/** The same where the pools are: what the snapshot may not have. */
export function tokensHere(bridge: BridgeNetwork | undefined) {
  if (bridge === undefined) return []
  const { nativeUsdc, tokens } = bridge
  return [...(nativeUsdc === undefined ? [] : [nativeUsdc.address]), ...tokens.map(({ l2 }) => l2)]
}

/** What is known of a wallet with regard to one settlement token; undefined for pools that have none to offer. */
export function hintFacts(
  snapshot: Snapshot,
  row: TokenRow | undefined,
  isWrongNetwork: boolean,
  { balances: ethereum }: SlowBalances,
  { balances: others }: SlowBalances,
): HintFacts {
  return {
    isWrongNetwork,
    isInvested: snapshot.pools.some(isInvested),
    holdsMoney: snapshot.pools.some(holdsMoney),
    isBridged: row?.bridged !== undefined,
    decimals: row?.token.decimals ?? 0,
    ethWei: snapshot.ethBalanceWei,
    settlement: row?.balance,
    otherUsdc: row?.lookAlike && others?.tokens.get(row.lookAlike.address),
    ethereumEthWei: ethereum?.ethWei,
    ethereumSettlement: row?.bridged && ethereum?.tokens.get(row.bridged.l1),
  }
}

function isInvested({ account }: PoolAtBlock): boolean {
  if (account === undefined) return false
  const { longBalance, shortBalance, escrow, user } = account
  const held = [longBalance, shortBalance, ...Object.values(escrow)]
  return user.unAggregatedCommitments.length > 0 || held.some((amount) => amount > 0n)
}

function holdsMoney({ facts, account }: PoolAtBlock): boolean {
  const { decimals } = facts.settlementToken
  return !facts.deprecated && (account?.settlementBalance ?? 0n) >= littleMoney(decimals)
}
