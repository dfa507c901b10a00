/** Every sentence and label of profit and loss. */
export const profitContent = {
  title: 'Profit and loss',
  line: 'Profit and loss:',
  cost: 'Cost basis',
  costHint: 'What you paid for the tokens that you hold or have queued, minting fees included.',
  worth: 'Current value',
  worthHint: 'At the current token prices, before the burning fee.',
  unrealised: 'Unrealized',
  realised: 'Realized',
  realisedHint: 'Proceeds of the tokens you burned or flipped, minus their cost.',
  breakEven: 'Break-even price',
  breakEvenHint:
    'The rebalance price at which burning everything you hold would return your cost basis, after the burning fee.',
  unreachable: 'not reachable in one rebalance',
  why: 'Breakdown',
  parts: {
    direction: 'Direction',
    path: 'Volatility decay',
    skew: 'Skew',
    managementFee: 'Management fee',
    keepers: 'Keeper rewards',
    others: 'Other traders’ fees',
    ownFees: 'Your minting and burning fees',
    rounding: 'Rounding',
  },
  partHints: {
    direction:
      'What you would have made if the price had moved in a single rebalance, with both sides equal.',
    path: 'The effect of the price’s ups and downs, compared with a single move.',
    skew: 'The effect of unequal side balances.',
    managementFee: 'Taken from your side at each rebalance.',
    keepers: 'Paid from your side to the keepers that performed the rebalances.',
    others: 'Minting and burning fees that other traders paid into your side.',
    ownFees: 'Taken from what you minted and burned.',
    rounding: 'What the contracts round off.',
  },
  sum: 'Total',
  overTime: 'Breakdown over time',
  chart: 'Chart',
  table: 'Table',
  /** `zone`: the visitor's time zone; `symbol`: what the amounts are in. */
  rebalance: (zone: string, symbol: string) => `After the rebalance at (${zone}), in ${symbol}`,
  now: 'Now',
  /** What the chart stacks; `fees` are all the other parts. */
  layers: { direction: 'Direction', path: 'Volatility decay', skew: 'Skew', fees: 'Fees' },
  sections: { chart: 'The breakdown chart' },
  /** `parts`: the largest, e.g. `+15.2% from direction, −1.9% from volatility decay`. */
  summary: (gain: string, move: string | undefined, parts: string) =>
    `You ${gain}${move === undefined ? '' : ` while the rebalance price ${move}`}: ${parts}.`,
  gained: (percent: string) => `gained ${percent}`,
  lost: (percent: string) => `lost ${percent}`,
  rose: (percent: string) => `rose ${percent}`,
  fell: (percent: string) => `fell ${percent}`,
  stayed: 'didn’t move',
  partOf: (percent: string, part: string) => `${percent} from ${part.toLowerCase()}`,
  received: {
    title: 'Received or bought elsewhere',
    text: 'The pool’s events don’t say what these tokens cost, so they are in none of the figures above. If you enter a price, it stays in this browser.',
    price: (side: 'long' | 'short') => `Average price you paid per ${side} token`,
    save: 'Save',
    remove: 'Remove',
  },
  gas: 'Gas isn’t included.',
  loadingAll: 'Loading your profit and loss…',
  notAll: 'Profit and loss isn’t available for every pool, so no total is shown.',
  failed: 'Your history in this pool couldn’t be loaded.',
  retry: 'Try again',
  notTold:
    'The RPC doesn’t return the prices your commits executed at, so your profit can’t be computed. Try again later.',
  cut: (block: string) =>
    `Your history starts at block ${block}, because the RPC doesn’t return older events. The cost of tokens from before that is unknown.`,
  readingPool: (done: string) => `Loading the pool’s rebalances for the breakdown: ${done}`,
  /** The pool's past can’t be read as far as the oldest position, or its prices are missing. */
  noParts: 'The RPC doesn’t return the pool’s events since you bought, so there is no breakdown.',
  loadParts: 'Try again',
} as const
