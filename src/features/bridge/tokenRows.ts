import { type Address, isAddressEqual } from 'viem'
import type { BridgedToken, BridgeNetwork, LookAlike } from '../../chain/bridge/bridgeNetwork'
import type { Balances } from '../../chain/bridge/getBalances'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'

/** A token, and what the bridge knows of it. */
export interface TokenRow {
  readonly token: TokenFacts
  /** The account's, base units; undefined without an account. */
  readonly balance: bigint | undefined
  readonly bridged: BridgedToken | undefined
  /** What is easily taken for it. */
  readonly lookAlike: LookAlike | undefined
}

/**
 * The settlement tokens of pools that can be entered, each once.
 *
 * @param first The one that matters most, where some pool settles in it; the others keep the pools' order
 */
export function tokenRows(
  pools: readonly PoolAtBlock[],
  bridge: BridgeNetwork | undefined,
  first?: Address | undefined,
): TokenRow[] {
  const rows = new Map<Address, TokenRow>()
  for (const { facts, account } of pools) {
    const token = facts.settlementToken
    if (facts.deprecated || rows.has(token.address)) continue
    const bridged = bridge?.tokens.find(({ l2 }) => isAddressEqual(l2, token.address))
    rows.set(token.address, rowOf(token, account?.settlementBalance, bridged, bridge))
  }
  const isFirst = ({ token }: TokenRow) =>
    first !== undefined && isAddressEqual(token.address, first)
  return [...rows.values()].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
}

/**
 * The same, and below them the other tokens that the bridge is configured with.
 *
 * @param others The account's balances of those
 */
export function allTokenRows(
  pools: readonly PoolAtBlock[],
  bridge: BridgeNetwork | undefined,
  first: Address | undefined,
  others: Balances | undefined,
): TokenRow[] {
  const rows = tokenRows(pools, bridge, first)
  const more = (bridge?.tokens ?? []).flatMap((bridged) => {
    const { l2, symbol, decimals } = bridged
    if (rows.some(({ token }) => isAddressEqual(token.address, l2))) return []
    return [rowOf({ address: l2, symbol, decimals }, others?.tokens.get(l2), bridged, bridge)]
  })
  return [...rows, ...more]
}

function rowOf(
  token: TokenFacts,
  balance: bigint | undefined,
  bridged: BridgedToken | undefined,
  bridge: BridgeNetwork | undefined,
): TokenRow {
  const nativeUsdc = bridge?.nativeUsdc
  const hasLookAlike =
    nativeUsdc !== undefined && isAddressEqual(nativeUsdc.takenInstead, token.address)
  return { token, balance, bridged, lookAlike: hasLookAlike ? nativeUsdc : undefined }
}
