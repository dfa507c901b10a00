import type { ReactNode } from 'react'

/** Every sentence and label of profit and loss. */
export const profitContent = {
  title: 'Profit and loss',
  line: 'Profit and loss:',
  lineUnverified: 'Profit and loss in unverified markets:',
  onPutIn: (amount: ReactNode) => <>on {amount} put in</>,
  closed: (gain: ReactNode, markets: ReactNode) => (
    <>
      Including closed positions: {gain} in {markets}
    </>
  ),
  closedMarkets: (count: number) => (count === 1 ? '1 market' : `${count} markets`),
  unknownCost: (worth: ReactNode) => (
    <>What you paid for tokens worth {worth} isn’t known, so they count in the total value only.</>
  ),
  unknownLpCost: 'LP tokens whose cost isn’t known aren’t in the profit and loss.',
  cost: 'Cost basis',
  costHint:
    'What you paid for the tokens that you hold, have staked or have queued, minting fees included. Liquidity costs what you put in, pool tokens at the price of the last rebalance before.',
  worth: 'Current value',
  costQueued: 'Cost basis, with pending mints',
  worthQueued: 'Current value, with pending mints',
  worthHint:
    'At the token prices of the last rebalance, before the burning fee. Liquidity is worth its share of the liquidity pool.',
  unrealised: 'Unrealized',
  realised: 'Realized',
  realisedHint:
    'Proceeds of the tokens you burned, flipped, sold or put into a liquidity pool, and of liquidity you removed, minus their cost.',
  paidIn: 'Paid in so far',
  paidInHint:
    'Everything you paid for mints, swaps and liquidity. What only changes form, such as a flip, doesn’t count.',
  paidOut: 'Paid out so far',
  paidOutHint:
    'Everything your burns, swaps and liquidity paid, after fees. What only changes form, such as a flip, doesn’t count.',
  movedOut: 'Moved out at cost',
  movedOutHint:
    'Cost of tokens that you sent to another account, or traded for something whose value in the settlement token isn’t known, such as liquidity with a token without a price. They count neither as a gain nor as a loss.',
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
    premium: 'Swap premium',
    liquidity: 'Liquidity',
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
    premium:
      'What your swaps paid or brought, compared with the price of the last rebalance before them.',
    liquidity:
      'What your liquidity brought: swap fees, minus the loss from diverging prices. Before you remove it, it counts in “Now” only.',
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
  layers: {
    direction: 'Direction',
    path: 'Volatility decay',
    skew: 'Skew',
    fees: 'Fees',
    outside: 'Swaps and liquidity',
  },
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
  rest: (percent: string) => `${percent} from the rest`,
  lots: {
    title: (count: number) => (count === 1 ? '1 lot' : `${count} lots, first in first out`),
    columns: (symbol: string) => ['Tokens', `Cost (${symbol})`, 'Value', 'Gain', 'Held for'],
    held: 'held',
    sold: 'burned',
    bought: 'swapped for',
    unpooled: 'from liquidity',
    swapped: 'swapped away',
    pooled: 'put into liquidity',
    removed: 'liquidity removed',
  },
  received: {
    title: 'Received or bought elsewhere',
    text: 'What you paid for these tokens isn’t known, so the figures above leave them out. If you enter a price, it stays in this browser.',
    price: (side: 'long' | 'short') => `Average price you paid per ${side} token`,
    save: 'Save',
    remove: 'Remove',
  },
  where: {
    title: 'Where your tokens are',
    free: 'Wallet and escrow',
    staked: 'Staked in farms',
    stakedHint:
      'Staking changes nothing in your lots: staked tokens count in all figures above. Rewards of farms don’t.',
    queued: 'Queued to burn or flip',
    lp: 'Liquidity (LP tokens)',
    lpStaked: 'LP tokens staked in farms',
    toStake: 'Farms',
  },
  gas: 'Gas isn’t included.',
  loadingAll: 'Loading your profit and loss…',
  waitingAll:
    'Profit and loss couldn’t be loaded: the RPC isn’t responding or is behind. Retrying automatically.',
  olderLoading: 'Older history is still loading. Positions closed in it aren’t counted yet.',
  olderMissing: (block: string) =>
    `Your history is loaded from block ${block} on. Positions closed before that aren’t counted.`,
  notAll: 'Profit and loss isn’t available for every pool, so no total is shown.',
  failed: 'Your history in this pool couldn’t be loaded.',
  retry: 'Try again',
  notTold:
    'The RPC doesn’t return the prices your commits executed at, so your profit can’t be computed. Try again later.',
  cut: (block: string) =>
    `Your history is loaded from block ${block} on. The cost of tokens from before that is unknown.`,
  loadOlder: 'Load older events',
  readingPool: (done: string) => `Loading the pool’s rebalances for the breakdown: ${done}`,
  /** The pool's past can’t be read as far as the oldest position, or its prices are missing. */
  noParts: 'The RPC doesn’t return the pool’s events since you bought, so there is no breakdown.',
  loadParts: 'Try again',
} as const
