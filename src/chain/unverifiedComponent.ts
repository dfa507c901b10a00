import type { Address } from 'viem'

/**
 * What of a market can be a stranger's.
 *
 * `name`: it says another feed or token than the market has, or is that of a known market. `oracleKeeper`: who may have the averaging oracle take a sample.
 * `oracleGovernance`: who may change that. `mintingFeeStep`: the minting fee moves with each upkeep; at the committer. `factory`: only the
 * node says that an earlier factory made it. `unchecked`: what would tell could not be loaded.
 */
export type UnknownKind =
  | 'settlementToken'
  | 'feed'
  | 'oracle'
  | 'oracleKeeper'
  | 'oracleGovernance'
  | 'settlementEthOracle'
  | 'feeController'
  | 'mintingFeeStep'
  | 'keeper'
  | 'name'
  | 'factory'
  | 'unchecked'

/** A part of a market that is not known. */
export interface UnverifiedComponent {
  readonly kind: UnknownKind
  /** Where it is; of a name, and of a factory that nothing proves, the pool. */
  readonly address: Address
}
