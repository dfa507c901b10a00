import type { ReactNode } from 'react'

const rebalances = (count: number) =>
  count === 1 ? 'the overdue rebalance' : `${count} overdue rebalances`

/** Everything that a person reads on a pool's page, but for the ticket and the account's own part. */
export const poolContent = {
  header: {
    leverage: (times: string) => `${times}x leverage`,
    unverified: 'Unverified',
    indexPrice: 'Index price',
    isSpot: 'spot',
    isNotSma: 'spot (not the SMA)',
    noPrice: 'not available',
    nextRebalance: 'Next rebalance',
    every: (interval: string) => `every ${interval}`,
    isPaused: 'paused',
    hasNoPrice: 'waits for a price',
    isDue: 'due now',
    isOverdue: 'overdue',
    unknown: '—',
    lastKnown: 'Last known',
    skew: 'Skew',
    noCounterparty: 'no counterparty',
    longShare: (share: string) => `L ${share}`,
    shortShare: (share: string) => `${share} S`,
    rate: 'Rebalancing rate',
    longsPay: 'longs pay shorts',
    shortsPay: 'shorts pay longs',
    isEven: 'even',
    size: 'Pool size',
    sizeNote: 'long + short',
    gain: 'Leverage on gains',
    losses: (times: string) => `${times}x on losses for both`,
  },

  missing: {
    pageTitle: 'Pool not found',
    allMarkets: 'All markets',
    titles: {
      malformed: 'Not a pool',
      notOfFactory: 'Not a pool',
      unreadable: 'This pool couldn’t be loaded',
      hidden: 'Market hidden',
    },
    sentences: {
      malformed:
        'The link doesn’t contain a valid address. An address is 0x followed by 40 hex characters.',
      notOfFactory:
        'No known factory deployed a pool at this address. The app didn’t load it, because it may not be what it claims to be.',
      hidden: 'This app’s operator has hidden this market. Its contracts aren’t affected.',
      unreadable:
        'A known factory deployed this pool, but it isn’t responding correctly right now.',
    },
  },

  unverified: {
    title: 'Unverified market.',
    anyone: 'Anyone can create a market and give it any name.',
    imitates: (name: ReactNode, address: ReactNode) => (
      <>
        Its name imitates {name}, a different market ({address}).
      </>
    ),
    components: (count: number) =>
      `${count === 1 ? 'One component' : `${count} components`} can’t be verified. This app doesn’t block burns or claims here, but an unverified component may keep them from executing.`,
  },

  /** Subjects of “… could not be shown”. */
  sections: {
    history: 'The history',
    chart: 'The chart',
    nextRebalance: 'The next-rebalance panel',
    details: 'The pool’s details',
  },

  tabs: {
    label: 'Details of the pool',
    sides: 'Sides',
    queue: 'Queue',
    history: 'Rebalances',
    parameters: 'Parameters',
    contracts: 'Contracts',
  },

  next: {
    title: 'Next rebalance (projected)',
    impossible: (reason: string) => `The next rebalance can’t be projected: ${reason}.`,
    wouldFail: (reason: string | undefined) =>
      `This rebalance would fail (${reason ?? 'no reason given'}). Only the keeper would be paid.`,
    ifIndexMoves: (move: ReactNode) => <>If the index moves a further {move} by then</>,
    already: (move: string) => `already ${move} since the last rebalance`,
    reset: 'Reset',
    details: 'Balances, price and fees',
    after: 'After',
    side: 'Side',
    change: 'Change',
    long: 'Long',
    short: 'Short',
    fromZero: 'from 0',
    balance: (symbol: string) => `Balance (${symbol})`,
    supply: 'Token supply',
    tokenPrice: (symbol: string) => `Token price (${symbol})`,
    priceUsed: 'Price used',
    priceUsedSma: 'Price used (SMA)',
    priceUsedHint:
      'The price the pool’s oracle will return. An SMA oracle takes a new sample first.',
    managementFee: 'Management fee',
    keeperReward: 'Keeper reward (est.)',
    keeperRewardHint: 'Depends on gas',
    unknown: 'unknown',
    none: 'none',
    intervals: 'Intervals executed',
    exactness: (block: string) =>
      `Computed in your browser from block ${block}, including the queue. Exact at this price, except for the keeper reward, which depends on gas.`,
  },

  effect: {
    title: 'Effect of one rebalance',
    text: 'How each side’s token changes when the index moves between two rebalances, at the pool’s current balances. The losing side’s curve is fixed; the winning side’s gain depends on the skew.',
    oneSideEmpty:
      'One side is empty. The other can’t gain, but still loses when the index moves against it.',
    index: (move: string) => `Index ${move}`,
    longToken: 'Long token',
    shortToken: 'Short token',
  },

  sides: {
    balance: 'Balance',
    token: 'Token',
    tokenPrice: 'Token price',
    supply: 'Supply',
    queuedBurns: 'Queued burns',
    queuedBurnsHint: 'Already removed from the supply, still counted in the token price',
    gain: 'Leverage on gains',
    noGain: 'no counterparty',
  },

  queue: {
    table: 'Queue, table',
    interval: 'Interval',
    paused: 'paused',
    columns: [
      'Mint long',
      'Mint short',
      'Burn long',
      'Burn short',
      'Flip to short',
      'Flip to long',
    ],
    empty: 'The queue is empty. The next rebalance only moves value between sides.',
    emptyBefore: (interval: bigint) =>
      `The queue is empty before interval ${interval}. Until then rebalances only move value between sides.`,
    beyond: (interval: bigint, mints: ReactNode, long: ReactNode, short: ReactNode) => (
      <>
        From interval {interval.toString()} on (not listed): {mints} queued to mint, and {long} and{' '}
        {short} queued to burn or flip.
      </>
    ),
    tooFar: 'Too far ahead to project.',
    outcome: (long: ReactNode, short: ReactNode, paid: ReactNode, skew: ReactNode) => (
      <>
        Projected: {long} and {short} minted, {paid} paid out, skew after {skew}
      </>
    ),
    oneSideEmpty: '— (one side empty)',
    units: (symbol: ReactNode) => (
      <>
        Mints in {symbol} after fees; burns and flips in pool tokens. Mints add to a side, burns
        remove from it, flips move value between sides. Fees aside, none of them changes other
        holders’ token price.
      </>
    ),
    projected:
      ' Results are projected at the current index with estimated keeper rewards. Actual prices depend on the index at each rebalance.',
  },

  parameters: {
    oracle: 'Oracle',
    sma: (samples: number, interval: string) => `SMA of ${samples} samples, one every ${interval}`,
    spot: 'Spot price',
    oracleSilent: 'isn’t responding',
    feedUpdates: 'Feed updates',
    feedHeartbeat: (interval: string) => `at least every ${interval}`,
    feedDeviation: (percent: string) => `, or on a ${percent} move`,
    lastPrice: 'Last rebalance price',
    oraclePrice: 'Oracle price',
    none: 'none',
    updateInterval: 'Rebalances every',
    frontRunningInterval: 'Front-running interval',
    frontRunningHint:
      'A commit must be made at least this long before the rebalance it executes in',
    interval: 'Current interval',
    lastRebalance: 'Last rebalance',
    managementFee: 'Management fee',
    perYear: (fee: string) => `${fee} per year`,
    mintingFee: 'Minting fee',
    mintingFeeChange: 'Minting fee change',
    mintingFeeHint:
      'Rises when both tokens together lose value, falls when they gain. Also applies to executed flips that aren’t claimed yet.',
    perRebalance: (percent: string) => `${percent} per rebalance`,
    burningFee: 'Burning fee',
  },

  contracts: {
    pool: 'Pool',
    committer: 'Committer',
    longToken: (symbol: string) => `Long token ${symbol}`,
    shortToken: (symbol: string) => `Short token ${symbol}`,
    settlementToken: (symbol: string) => `Settlement token ${symbol}`,
    oracleWrapper: 'Oracle wrapper',
    priceFeed: 'Price feed',
    keeper: 'Keeper',
    ethPrice: 'ETH price for keepers',
    feeController: 'Fee controller',
    oracleGovernance: 'Oracle governance',
  },

  history: {
    title: 'History',
    chartType: 'Chart type',
    aboutChart: 'About this chart',
    range: 'Time range',
    table: 'Table',
    chart: 'Chart',
    csv: 'CSV',
    partialCsv: 'CSV, partial',
    tableOf: (title: string) => `${title}, table`,
    zone: (zone: string) => `times in ${zone}`,
    lines: 'solid: long, dashed: short',
    marks: 'axis marks: rebalances (nearby ones merged)',
    now: 'now',
    none: 'No rebalances in this range.',
    count: (count: number) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'rebalance' : 'rebalances'}.`,
    loadedBackTo: (time: string) => ` Loaded back to ${time} so far; a CSV would end there.`,
    shownOf: (shown: number, count: number) =>
      ` Showing the latest ${shown} of ${count.toLocaleString('en')}. The CSV has all of them.`,
    estimates: ' Balances marked ≈ are estimates reconstructed from events.',
    notLoaded: 'No history loaded yet.',
    failed: (reason: string | undefined) =>
      `History couldn’t be loaded: ${reason ?? 'no reason given'}.`,
    loading: (percent: string) => `Loading history, ${percent}.`,
    waiting: (percent: string, isLimited: boolean) =>
      isLimited
        ? `Loading history, ${percent} (rate-limited by the RPC).`
        : `Loading history, ${percent}. The RPC isn’t responding or is behind; retrying automatically.`,
    behind:
      'The RPC isn’t responding or is behind, so the newest rebalances may be missing. Retrying automatically.',
    rebalance: 'Rebalance',
    past: 'Past',
    pastEmpty: 'Past: no rebalances in this range',
    projection: (assumption: string) => `Projection: ${assumption}`,
    nowIf: (note: string) => `now, ${note}`,
    unchanged: 'unchanged since the last rebalance',
    projected: 'projected (index unchanged)',
    catchUp: (upkeeps: number) =>
      `if ${rebalances(upkeeps)} ${upkeeps === 1 ? 'is' : 'are'} performed now`,
    caughtUp: (upkeeps: number) =>
      `${rebalances(upkeeps)} ${upkeeps === 1 ? 'is' : 'are'} performed now`,
    noProjection: (reason: string | undefined) => `no projection: ${reason ?? 'nothing is due'}`,
    dotted: 'dotted: next rebalances if the index doesn’t move',
    ring: (note: string) => `from the ring on: ${note} and the index doesn’t move`,
    stillDue: (reason: string | undefined) =>
      ` (more would still be due${reason === undefined ? '' : `: ${reason}`})`,
    dottedUntilNow: (late: string, rest: string) =>
      `dotted up to now: unchanged, ${late} intervals late · ${rest}`,
    assumption: (price: string, when: string) =>
      `if the index doesn’t move from ${price} and ${when} (keeper rewards estimated)`,
    atPrice: (price: string) => price,
    whereItIs: 'its current price',
    onTime: 'every rebalance is on time',
  },

  series: {
    indexPrice: 'Index price',
    priceUsed: 'Price used (SMA)',
    smaUnit: 'the SMA this pool rebalances at, not the spot price',
    tokens: 'Token value',
    longToken: 'Long token',
    shortToken: 'Short token',
    size: 'Pool size',
    longSide: 'Long side',
    shortSide: 'Short side',
    bothSides: 'Both sides',
    skew: 'Skew',
    rate: 'Rebalancing rate',
    brief: { price: 'Price', tokens: 'Token', size: 'Size', rate: 'Rate' },
    rateUnit: 'rebalancing rate = skew − 1 (skew = long ÷ short). Above zero longs pay shorts.',
    long: 'Long',
    short: 'Short',
  },

  past: {
    table: 'Past rebalances, table',
    time: 'Time',
    longSide: 'Long side',
    shortSide: 'Short side',
    changeHint: 'Change from price and fee, before mints and burns',
    fee: 'Management fee',
    feeHint: 'Both sides, excluding minting and burning fees',
    keeper: 'Keeper',
    keeperAddress: 'the keeper',
    reward: 'Reward',
    notPaid: 'not paid',
    rewardDue: (amount: string) => `Reward due: ${amount}`,
    failed: 'Failed',
    failedBecause: (reason: ReactNode) => <>: {reason}. The pool wasn’t rebalanced.</>,
    noReason: 'no reason given',
    more: 'Show more',
    noneLoaded: 'None loaded yet.',
    noneEver: 'No rebalances yet.',
    since: (time: string) => `Since ${time}`,
    first: (since: string) => `${since}, the pool’s first rebalance.`,
    soFar: (since: string, reading: string) => `${since}, so far. ${reading}`,
    noneInRange: 'No rebalances in this range. Choose a longer range in History.',
    older: (since: string) => `${since}. For older rebalances choose a longer range in History.`,
  },
}
