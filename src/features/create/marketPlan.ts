import type { LookAlike } from '../../chain/bridge/bridgeNetwork'
import type { MarketPrerequisites } from '../../chain/newMarket/marketPrerequisites'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { VerifiedComponent } from '../../chain/verification/verifiedComponent'
import { createContent } from './content'
import type { MarketForm, TextField } from './marketForm'
import type { ParsedMarketForm } from './parseMarketForm'

/** What there is to say beside a field; `problem`, `missing` and `waiting` keep the market from being made. */
export interface Finding {
  readonly tone: 'good' | 'note' | 'problem' | 'missing' | 'waiting'
  readonly text: string
  /** A market that the sentence is about. */
  readonly pool?: string
}

/** Beside which field, or beside the button. */
export type Findings = Readonly<
  Partial<Record<TextField | 'fee' | 'creator' | 'duplicate', Finding | undefined>>
>

/** A wrapper for paying keepers that a market with the same token uses already. */
export interface EthWrapper {
  readonly wrapper: `0x${string}`
  readonly poolName: string
}

/** Everything that the checks look at. */
export interface MarketPlan {
  readonly form: MarketForm
  readonly market: ParsedMarketForm
  /** Undefined until the chain has answered for what is named. */
  readonly prerequisites: MarketPrerequisites | undefined
  readonly pools: readonly PoolAtBlock[]
  readonly ethWrapper: EthWrapper | undefined
  /** Tokens that are known by their address. */
  readonly knownTokens: readonly VerifiedComponent[]
  /** The token of this chain that is most easily taken for one that markets settle in. */
  readonly lookAlike: LookAlike | undefined
  /** With the suggestion in place of nothing. */
  readonly poolName: string
}

/** Shown while a check is loading. */
export const WAITING: Finding = { tone: 'waiting', text: createContent.checking }
