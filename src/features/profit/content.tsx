/** Every sentence and label of profit and loss. */
export const profitContent = {
  title: 'Profit and loss',
  line: 'Profit and loss:',
  cost: 'Put in',
  costHint: 'What you paid for the tokens that you hold or have queued, minting fees included.',
  worth: 'Worth now',
  worthHint: 'At the last rebalance, before a burning fee.',
  unrealised: 'Unrealized',
  realised: 'Realized',
  realisedHint: 'Of tokens that you burned or flipped: what they brought, less what they cost.',
  breakEven: 'Break-even price',
  breakEvenHint:
    'At the next rebalance with this price, burning what you hold brings what you put in, burning fee included.',
  unreachable: 'not reachable in one rebalance',
  why: 'What made it',
  parts: {
    direction: 'Direction',
    path: 'Volatility decay',
    skew: 'Skew',
    managementFee: 'Management fee',
    keepers: 'Keepers’ rewards',
    others: 'Fees of others',
    ownFees: 'Your minting and burning fees',
    rounding: 'Rounding',
  },
  partHints: {
    direction:
      'What one rebalance over the whole move of the price would have brought, with both sides equal.',
    path: 'What the way there added or cost, compared with one single move.',
    skew: 'What the unequal size of both sides added or cost.',
    managementFee: 'Taken from your side at each rebalance.',
    keepers: 'Paid out of your side to those who performed the rebalances.',
    others: 'Minting and burning fees that others paid to your side.',
    ownFees: 'Taken from what you minted and burned.',
    rounding: 'What the contracts round off.',
  },
  sum: 'Together',
  /** `parts`: the largest, e.g. `+15.2% from direction, −1.9% from volatility decay`. */
  summary: (gain: string, move: string | undefined, parts: string) =>
    `You ${gain}${move === undefined ? '' : ` while the price ${move}`}: ${parts}.`,
  gained: (percent: string) => `gained ${percent}`,
  lost: (percent: string) => `lost ${percent}`,
  rose: (percent: string) => `rose ${percent}`,
  fell: (percent: string) => `fell ${percent}`,
  stayed: 'didn’t move',
  partOf: (percent: string, part: string) => `${percent} from ${part.toLowerCase()}`,
  unknown: (worth: string) =>
    `Not included: tokens worth ${worth} that you received or bought elsewhere. Their cost isn’t known.`,
  gas: 'Gas isn’t included.',
  reading: 'Reading your past in this pool…',
  failed: 'Your past in this pool couldn’t be read.',
  retry: 'Try again',
  notTold:
    'This RPC doesn’t tell what your commits executed at, so your profit can’t be computed. Try again later.',
  cut: (block: string) =>
    `Your past is known from block ${block} on: this RPC doesn’t give older events. Tokens from before count as of unknown cost.`,
  readingPool: 'Reading the pool’s rebalances to show what made it…',
  loadParts: 'Show what made it',
} as const
