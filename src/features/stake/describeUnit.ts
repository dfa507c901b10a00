import { formatName } from '../../format/formatAddress'
import { stakeContent } from './content'
import type { FarmRow } from './farmRow'

type Staked = Pick<FarmRow, 'farm' | 'token'>

/** What is staked, in the plural: `long tokens`; a token that is only known as itself by its symbol. */
export function describeUnit({ farm, token: { kind } }: Staked): string {
  return kind === 'other' ? formatName(farm.stakingToken.symbol) : stakeContent.units[kind]
}

/** The staked token with a symbol that is short enough for a cell: a pool token's own is the market's whole name. */
export function toShownToken({ farm, token: { kind } }: Staked) {
  const { symbol, decimals } = farm.stakingToken
  return { decimals, symbol: kind === 'other' ? symbol : stakeContent.kinds[kind] }
}
