import { type Address, isAddressEqual } from 'viem'
import type { BridgedToken, BridgeNetwork, LookAlike } from '../../chain/bridge/bridgeNetwork'
import type { TokenFacts } from '../../chain/poolRegistry'
import type { PoolAtBlock } from '../../chain/snapshot'

/** A settlement token of some pools, and what the bridge knows of it. */
export interface TokenRow {
  readonly token: TokenFacts
  /** The account's, base units; undefined without an account. */
  readonly balance: bigint | undefined
  readonly bridged: BridgedToken | undefined
  /** What is easily taken for it. */
  readonly lookAlike: LookAlike | undefined
}

/** The settlement tokens of pools that can be entered, each once. */
export function tokenRows(
  pools: readonly PoolAtBlock[],
  bridge: BridgeNetwork | undefined,
): TokenRow[] {
  const rows = new Map<Address, TokenRow>()
  for (const { facts, account } of pools) {
    const token = facts.settlementToken
    if (facts.deprecated || rows.has(token.address)) continue
    const nativeUsdc = bridge?.nativeUsdc
    rows.set(token.address, {
      token,
      balance: account?.settlementBalance,
      bridged: bridge?.tokens.find(({ l2 }) => isAddressEqual(l2, token.address)),
      lookAlike:
        nativeUsdc !== undefined && isAddressEqual(nativeUsdc.takenInstead, token.address)
          ? nativeUsdc
          : undefined,
    })
  }
  return [...rows.values()]
}
