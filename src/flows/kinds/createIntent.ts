import { type Address, type Hex, isAddressEqual } from 'viem'
import type { IntentBase } from '../step'

/** The transactions that make a market, but for the approval of the factory's fee. */
export type CreationKind = 'deploySpot' | 'deploySma' | 'deployEth' | 'deployPool'

/** A new market: its oracle wrappers, which no one else may use, and its pool. */
export interface CreateIntent extends IntentBase {
  readonly kind: 'create'
  /** Its address follows from the wrapper's, and that one from the account's nonce. @see CreateIntent.created */
  readonly pool?: undefined
  readonly poolFactory: Address
  /** The one that may ask an average for its next sample. */
  readonly poolKeeper: Address
  /** What the index follows. */
  readonly feed: Address
  /** Undefined for a spot market. */
  readonly sma: { readonly numPeriods: number; readonly updateIntervalSec: number } | undefined
  /** What 1 ETH costs in the settlement token, which keepers are paid by: a wrapper that is there, or a feed for a new one. */
  readonly ethPrice: { readonly wrapper: Address } | { readonly feed: Address }
  readonly terms: PoolTerms
  /** What the factory asks for a pool; undefined for nothing. */
  readonly fee: { readonly token: Address; readonly amount: bigint } | undefined
  /** Creation bytecode as published, so that a lost transaction can be told by it later. */
  readonly code: { readonly spot: Hex; readonly sma: Hex }
  /** What has been created so far. */
  readonly created: Readonly<Partial<Record<CreationKind, Address>>>
}

/** What the factory is told of a pool, but for the addresses and who makes it. */
export interface PoolTerms {
  /** Without the leverage, which the factory puts in front. */
  readonly poolName: string
  readonly frontRunningIntervalSec: number
  readonly updateIntervalSec: number
  readonly leverage: number
  readonly settlementToken: Address
  /** Fractions of one, 18 decimals. */
  readonly mintingFeeWad: bigint
  readonly burningFeeWad: bigint
}

/** The transactions in their order. The approval comes last before the pool, so that the wrappers' nonces are known. */
export function creationKinds(
  intent: Pick<CreateIntent, 'sma' | 'ethPrice' | 'feed'>,
  needsApproval: boolean,
): readonly (CreationKind | 'approve')[] {
  return [
    'deploySpot',
    ...(intent.sma === undefined ? [] : (['deploySma'] as const)),
    ...(needsEthWrapper(intent) ? (['deployEth'] as const) : []),
    ...(needsApproval ? (['approve'] as const) : []),
    'deployPool',
  ]
}

/** Whether keepers are paid by a price that needs a wrapper of its own: a market of ETH itself has it already. */
export function needsEthWrapper({
  ethPrice,
  feed,
}: Pick<CreateIntent, 'ethPrice' | 'feed'>): boolean {
  return 'feed' in ethPrice && !isAddressEqual(ethPrice.feed, feed)
}
