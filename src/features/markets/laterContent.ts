/** What a person reads in the list of markets once more code has come: cards, sorting, the best skew, and what is left out. */
export const laterContent = {
  allMarkets: 'All markets',
  leverage: 'Leverage',
  settlement: 'Settlement token',
  oracle: 'Oracle',
  all: 'All',
  onlyMine: 'My positions',
  onlyHealthy: 'Hide markets with issues',
  grouped: 'Group by index',
  spot: 'Spot',
  sma: 'SMA',
  more: 'More figures',
  sinceRebalance: 'Since last rebalance',
  yield: 'Skew yield, 1 week (est.)',
  effect: 'Token value change at next rebalance (index unchanged)',
  skewAfter: 'Skew after next rebalance (index unchanged)',
  sortBy: 'Sort by',
  defaultOrder: 'Default order',
  highestFirst: 'Highest first. Reverse order',
  lowestFirst: 'Lowest first. Reverse order',
  hints: {
    price: 'The index price, and how it has changed since the last rebalance',
    size: 'by estimated dollar value; without a price, by token',
    skew: 'Long balance ÷ short balance',
    rate: 'Skew − 1. Above zero, an equal move gains shorts more than longs; below zero, the reverse. It isn’t charged over time like a funding rate.',
    gain: 'Leverage on gains for each side. Losses are always at the pool’s leverage.',
    pays: 'Estimated skew yield of each side over one week, after fees and keeper rewards, if no one enters or leaves. See the assumptions above the list.',
    next: 'When it’s due, and how both tokens change if the index doesn’t move. A new order can execute later: the market’s page says when.',
    effect:
      'Change in both tokens’ value at the next rebalance if the index doesn’t move (keeper reward estimated)',
    skewAfter:
      'Skew after the next rebalance, including its queued commits, if the index doesn’t move (keeper reward estimated)',
    sinceRebalance: (price: string, isSma: boolean) =>
      `Index change since the last rebalance price: ${price}${isSma ? ' (SMA)' : ''}`,
  },
  best: {
    none: 'No skew to farm right now: no side earns more than its fees and keeper rewards cost. ',
    onlyTroubled:
      'No skew to farm right now: the skewed markets are late, paused or have another issue. ',
    title: 'Highest skew yield: ',
    titleWithoutIssues: 'Highest skew yield among markets without issues: ',
    leftOut: 'Markets that are late, paused or have another issue are left out.',
    perWeek: (gain: string, move: string) =>
      `≈ ${gain} over 1 week (est.) if the index moves ${move} a day and no one enters or leaves`,
    assumptions: 'Assumptions',
    costs: (fees: string, keepers: string | undefined) =>
      `Already deducted: ${fees} entry and exit fees${keepers === undefined ? '' : ` and ${keepers} keeper rewards`}.`,
    assumed: (days: number, move: string) =>
      `Assumes a ${days}-day hold, daily index moves of ${move}, up as often as down, no one entering or leaving, and on-time rebalances at the current gas price.`,
    rule: (rewards: string, side: string) =>
      `Compares only verified markets where each side holds at least ${rewards} times the keeper reward, and sides with at least ${side} of the pool.`,
  },
  outside: { staked: 'Staked', liquidity: 'LP tokens' },
  others: (count: number) =>
    `${count} more ${count === 1 ? 'market' : 'markets'} from this factory. Anyone can create a market.`,
  showOthers: 'Show more markets',
  unverifiedShown: 'Unverified markets are shown, after the others.',
  unverifiedHidden: (count: number) =>
    `${count} unverified ${count === 1 ? 'market is' : 'markets are'} hidden.`,
  hideUnverified: 'Hide unverified markets',
  showUnverified: 'Show unverified markets',
}
