import type { Address } from 'viem'

/**
 * What of a market can be a stranger's.
 *
 * `name`: it says another feed or token than the market has. `oracleKeeper`: who may have the averaging oracle take a sample.
 * `oracleGovernance`: who may change that. `unchecked`: what would tell could not be loaded.
 */
export type UnknownKind =
  | 'settlementToken'
  | 'feed'
  | 'oracle'
  | 'oracleKeeper'
  | 'oracleGovernance'
  | 'settlementEthOracle'
  | 'feeController'
  | 'keeper'
  | 'name'
  | 'unchecked'

/** A part of a market that is not known. */
export interface UnknownPart {
  readonly kind: UnknownKind
  /** Where it stands; of a name, the pool. */
  readonly address: Address
}
