import type { Address } from 'viem'

/** A token on both sides of the bridge. */
export interface BridgedToken {
  readonly symbol: string
  readonly decimals: number
  readonly l1: Address
  readonly l2: Address
}

/** A token that is easily taken for one that pools take. */
export interface LookAlike {
  readonly address: Address
  /** The one that they take, on the same chain. */
  readonly takenInstead: Address
  /** What the bridge calls that one: the symbols of both are the same. */
  readonly takenName: string
}

/** The bridge between the pools' chain and Ethereum. */
export interface BridgeNetwork {
  /** Asked in this order. None: Ethereum is not read. */
  readonly ethereumRpcUrls: readonly string[]
  readonly ethereumMulticall3: Address
  /** On Ethereum. */
  readonly outbox: Address
  /** On the pools' chain. */
  readonly gateways: readonly Address[]
  readonly tokens: readonly BridgedToken[]
  readonly nativeUsdc: LookAlike | undefined
  /** No withdrawal of today's kind is older. */
  readonly firstBlock: bigint
}

/** What replaces or completes the known bridges of `resolveBridge`; each comes from an environment variable. */
export type BridgeOverrides = {
  readonly [key in 'ethereumRpcUrls' | 'outbox' | 'gateways' | 'tokens' | 'nativeUsdc']?:
    | BridgeNetwork[key]
    | undefined
}
