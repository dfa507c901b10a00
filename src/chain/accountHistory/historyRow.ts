import type { Hash } from 'viem'
import type { CommitType } from '../../protocol/commitType'
import type { Quad } from '../../protocol/quad'
import type {
  CommitEntry,
  EntryPlace,
  FarmRewardEntry,
  LiquidityEntry,
  StakeEntry,
  SwapEntry,
  TransferEntry,
} from './accountEntry'

/** One thing that an account did, or that happened to it. Settlement units and pool token units, as the contracts have them. */
export type HistoryRow =
  | CommitRow
  | ExecutionRow
  | ClaimRow
  | TransferEntry
  | RewardRow
  | StakeEntry
  | FarmRewardEntry
  | SwapEntry
  | LiquidityEntry

export interface CommitRow extends EntryPlace {
  readonly kind: 'mint' | 'burn' | 'flip'
  readonly commitType: CommitType
  /** What was put in: settlement tokens of a mint, its fee included; pool tokens otherwise. */
  readonly amount: bigint
  /** A mint's, settlement units; zero for others. */
  readonly mintingFee: bigint
  readonly updateIntervalId: bigint
  readonly isFromEscrow: boolean
  /** `unplaced`: it has been executed, in a block that was not found. */
  readonly execution: Pick<EntryPlace, 'blockNumber' | 'transactionHash'> | 'pending' | 'unplaced'
}

/** What the account's commits of one type in one interval came to. */
export interface ExecutedCommits {
  readonly commitType: CommitType
  /** Settlement tokens of mints, after their fee; pool tokens otherwise. */
  readonly spent: bigint
  /** Of mints, paid with the commits, settlement units. */
  readonly mintingFee: bigint
  /** Of burns and flips, settlement units. */
  readonly burningFee: bigint
  /** Of flips, settlement units; undefined until they are aggregated, which sets it. */
  readonly flipMintingFee: bigint | undefined
  /** Pool tokens of mints and flips; settlement tokens of burns, after the fee. Undefined where a fee is still open. */
  readonly received: bigint | undefined
  /** The same at the current minting fee, of flips whose fee is still open. */
  readonly receivedEstimate?: bigint | undefined
  readonly commits: readonly Pick<CommitEntry, 'transactionHash'>[]
}

export interface ExecutionRow extends EntryPlace {
  readonly kind: 'execution'
  readonly updateIntervalId: bigint
  /** Settlement per token; undefined where the committer has not told it. */
  readonly prices: { readonly longPrice: Quad; readonly shortPrice: Quad } | undefined
  /** Undefined where commits of this interval may lie before what was read, or its prices are not known. */
  readonly results: readonly ExecutedCommits[] | undefined
}

export interface ClaimRow extends EntryPlace {
  readonly kind: 'claim'
  readonly longTokens: bigint
  readonly shortTokens: bigint
  readonly settlementTokens: bigint
}

export interface RewardRow extends EntryPlace {
  readonly kind: 'reward'
  /** Settlement units. */
  readonly amount: bigint
}

/** What distinguishes a row from all others. */
export function rowKey({
  transactionHash,
  logIndex,
}: {
  readonly transactionHash: Hash
  readonly logIndex: number
}): string {
  return `${transactionHash}:${logIndex}`
}
