/** What a person reads in the list of markets from its first load on. The rest comes later: `laterContent.ts`. */
export const marketsContent = {
  title: 'Markets',
  list: 'The market list',
  bestSkew: 'The best-skew estimate',
  unreadable: (count: number) =>
    count === 1
      ? 'One market couldn’t be loaded and isn’t listed.'
      : `${count} markets couldn’t be loaded and aren’t listed.`,
  empty: 'No markets yet.',
  noMatch: 'No markets match your filters.',
  noVerifiedMatch: 'No verified markets match your filters.',
  clear: 'Clear filters',
  missing: 'Can’t find a market?',
  create: 'Create one',
  featured: 'Featured',
  other: 'Other',
  search: 'Search markets',
  filters: 'Filters',
  spot: 'Spot',
  columns: {
    market: 'Market',
    price: 'Index price',
    size: 'Pool size',
    split: 'Long / short',
    skew: 'Skew',
    rate: 'Rebalancing rate',
    gain: 'Leverage on gains',
    pays: 'Skew yield (est.)',
    next: 'Next rebalance',
    status: 'Status',
  },
  hints: {
    skew: 'Long balance ÷ short balance',
    rate: 'Skew − 1. Above zero longs pay shorts.',
    gain: 'Leverage on gains for each side. Losses are always at the pool’s leverage.',
    pays: 'Estimated weekly yield of the skew for each side, after fees and keeper rewards. See the assumptions above the list.',
    next: 'When it’s due, and how both tokens change if the index doesn’t move',
    effect:
      'Change in both tokens’ value at the next rebalance if the index doesn’t move (keeper reward estimated)',
    skewAfter:
      'Skew after the next rebalance, including its queued commits, if the index doesn’t move (keeper reward estimated)',
    sinceRebalance: (price: string, isSma: boolean) =>
      `Index change since the last rebalance price: ${price}${isSma ? ' (SMA)' : ''}`,
  },
  noCounterparty: 'no counterparty',
  moreStatuses: (count: number) => `+ ${count} more`,
  noPrice: 'no price',
  every: (interval: string) => `every ${interval}`,
  isDue: 'due',
  longsPay: 'longs pay',
  shortsPay: 'shorts pay',
  isEven: 'even',
  hold: 'You hold',
  claimable: 'To claim',
  queued: 'Queued',
}
