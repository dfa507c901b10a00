import { isRunning } from '../../analytics/staking/rewardRates'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { canPayRewards, type ListedFarm } from '../../chain/staking/farm'
import { identifyStakedToken, type StakedToken, verifiedFirst } from '../../data/stakedToken'
import { formatNames } from '../../format/formatNames'
import { stakeContent } from './content'

/**
 * What to expect of a farm: `unfunded` cannot pay what it owes, `ended` pays nothing more, `paused` takes no new stakes.
 * The first that applies.
 */
export type FarmState = 'unfunded' | 'ended' | 'paused' | 'running'

/** A farm with everything that its card is made of. Base units. */
export interface FarmRow {
  readonly farm: ListedFarm
  readonly token: StakedToken
  /** What the farm is called, distinct from others with that name. */
  readonly name: string
  readonly state: FarmState
  /** The account's; 0n without one. */
  readonly staked: bigint
  /** At the block, by the contract. */
  readonly earned: bigint
}

/** The farms, those that matter most to the account first. */
export interface FarmList {
  /** With a stake or rewards of the account's: ended and unfunded ones first. */
  readonly own: readonly FarmRow[]
  readonly open: readonly FarmRow[]
  /** Ended, with nothing of the account's in them. */
  readonly ended: readonly FarmRow[]
}

/** @param nowSec The chain's time, Unix seconds */
export function farmState(farm: ListedFarm, nowSec: bigint): FarmState {
  const runs = isRunning(farm.state, nowSec)
  if (!canPayRewards(farm) || (runs && farm.rewardBalance === 0n)) return 'unfunded'
  if (!runs) return 'ended'
  return farm.paused ? 'paused' : 'running'
}

/** @param nowSec The chain's time, Unix seconds */
export function listFarms(
  { farms, pools: balancerPools }: Pick<Secondary, 'farms' | 'pools'>,
  pools: readonly PoolAtBlock[],
  nowSec: bigint,
): FarmList {
  const trusted = verifiedFirst(pools)
  const known = farms.map((farm) => {
    const token = identifyStakedToken(farm, trusted, balancerPools)
    return { farm, token, address: farm.address, name: farmName(farm, token) }
  })
  const names = formatNames(known)
  const rows = known.map(({ farm, token, address, name }): FarmRow => {
    const { staked = 0n, earned = 0n } = farm.account ?? {}
    const state = farmState(farm, nowSec)
    return { farm, token, name: names.get(address) ?? name, state, staked, earned }
  })
  const isOwn = ({ staked, earned }: FarmRow) => staked > 0n || earned > 0n
  const sorted = (list: readonly FarmRow[], sign: 1 | -1) =>
    list.toSorted((a, b) => sign * (rankOf(a) - rankOf(b)))
  const others = rows.filter((row) => !isOwn(row))
  return {
    own: sorted(rows.filter(isOwn), 1),
    // What the wallet could stake comes first among those of one state.
    open: sorted(
      others
        .filter((row) => !isOver(row, nowSec))
        .toSorted((a, b) => Number(isHeld(b)) - Number(isHeld(a))),
      -1,
    ),
    ended: others.filter((row) => isOver(row, nowSec)),
  }
}

/** Whether the wallet holds the farm's token. */
function isHeld({ farm }: FarmRow): boolean {
  return farm.stakingToken.held > 0n
}

/** Ended ones first: nothing comes to a stake there any more. Those that still owe a stake before those that only owe rewards. */
function rankOf({ state, staked }: FarmRow): number {
  const rank = { ended: 0, unfunded: 1, paused: 2, running: 3 }[state]
  return staked > 0n ? rank : rank + 0.5
}

/** An ended farm may also be one that cannot pay. */
function isOver({ farm }: FarmRow, nowSec: bigint): boolean {
  return !isRunning(farm.state, nowSec)
}

function farmName({ programme, stakingToken }: ListedFarm, { kind, pool }: StakedToken): string {
  const market = pool?.facts.name ?? programme?.market
  if (market === undefined) return stakingToken.symbol
  const { kinds, generations } = stakeContent
  const parts = [market, kinds[kind]]
  return [...parts, ...(programme === undefined ? [] : [generations[programme.generation]])].join(
    ' · ',
  )
}
