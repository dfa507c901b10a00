import type { ReactNode } from 'react'
import { formatOrdinal } from '../../format/formatOrdinal'
import { CommitType } from '../../protocol/commitType'

const tooFar = 'It was too far ahead for a projected amount.'

/** Every sentence and label of pending commits and executed orders. */
export const pendingContent = {
  title: 'Pending commits',
  none: 'None',
  notComputed: (markets: number) =>
    `${markets === 1 ? 'One market’s queue' : `${markets} markets’ queues`} couldn’t be computed. Pending commits there aren’t shown.`,
  footnote:
    'Commits can’t be cancelled. Times are the earliest possible. Amounts are projected at the current index, with estimated keeper rewards.',
  rounding:
    'The contract rounds all commits in an interval together, so each line shows what it adds to those above.',

  labels: {
    [CommitType.LongMint]: 'Mint long',
    [CommitType.ShortMint]: 'Mint short',
    [CommitType.LongBurn]: 'Burn long',
    [CommitType.ShortBurn]: 'Burn short',
    [CommitType.LongBurnShortMint]: 'Flip long to short',
    [CommitType.ShortBurnLongMint]: 'Flip short to long',
  } satisfies Readonly<Record<CommitType, string>>,

  log: {
    loading: 'Loading your commits…',
    incomplete: 'The RPC doesn’t return all commit events. Showing the contract’s totals instead.',
    failed: (isGivenUp: boolean) =>
      `Your individual commits can’t be loaded ${isGivenUp ? 'from this RPC' : 'right now'}. Showing the contract’s totals instead.`,
    retrying: 'Retrying automatically.',
    retry: 'Try again',
  },

  interval: {
    number: (id: bigint) => `Interval ${id}`,
    executesAt: (clock: string) => `Executes at about ${clock}`,
    executesNext: 'Executes at the next rebalance',
    executesUnknown: 'Execution time unknown until the network responds',
    wait: (duration: string) => `in ${duration}`,
    paused: 'paused',
    due: 'due now',
    total: 'total',
    autoClaim: 'Auto-claim paid',
    noAutoClaim: 'No auto-claim',
  },

  line: {
    receive: 'you receive',
    noProjection: 'no projection',
    mintingFee: 'minting fee',
    feesAtExecution: 'fees at execution',
    sum: 'total, after minting fees',
    fromEscrow: 'from escrow',
    fromWallet: 'from wallet',
  },

  certainty: {
    next: 'Executes at the next rebalance.',
    later: (rebalances: number) =>
      `Executes at the ${formatOrdinal(rebalances)} rebalance, or earlier if a late one covers several intervals.`,
    paused:
      'This pool is paused. Nothing executes and nothing can be claimed until governance unpauses it. Your commits are safe.',
    noPrice:
      'The pool’s oracle isn’t responding, so it can’t rebalance. Your commits are safe and execute once the oracle is back.',
    wouldFail: (side: string) =>
      `The next rebalance would fail right now: the ${side} side has tokens but no balance. Your commit executes once a rebalance succeeds.`,
    late: (duration: string) => `The keeper is ${duration} late. Anyone can perform the rebalance.`,
    feedStale: (duration: string) =>
      `The price feed hasn’t updated for ${duration}, so it may execute at an old price.`,
    smaStale: (duration: string) =>
      `The SMA oracle hasn’t taken a sample for ${duration}, so its price is behind.`,
    noProjection:
      'No projection: an earlier rebalance would fail, or other traders’ commits couldn’t be loaded.',
  },

  executed: {
    title: 'Executed orders',
    showOlder: 'Show older',
    received: 'received',
    receivedAbout: 'received about',
    loading: 'loading…',
    nothing: 'nothing',
    flipFee:
      'A flip pays the minting fee in force when it’s added to your escrow. That fee isn’t recorded on chain, so this uses the current one and isn’t compared with the projection.',
    tokenPrices: 'long price',
    shortPrice: 'short price',
    sma: 'SMA since the previous rebalance:',
    index: 'index since the previous rebalance:',
    claimed: 'claimed',
  },

  outcome: {
    exact: (amount: ReactNode) => <>Exactly as projected: {amount}.</>,
    differs: (
      amount: ReactNode,
      by: ReactNode,
      word: 'more' | 'less',
      projected: ReactNode,
      share: string,
    ) => (
      <>
        {amount}, {by} {word} than the projected {projected}
        {share === '' ? '' : ` (${share})`}.
      </>
    ),
    interval: (id: bigint) => `Executed in interval ${id}, as expected. ${tooFar}`,
    otherInterval: (id: bigint, expected: bigint) =>
      `Executed in interval ${id} instead of ${expected}. ${tooFar}`,
    why: (causes: string) => `Why it differs: ${causes}.`,
    noCause:
      'The pool’s events show no cause. It may be rounding, or a burning fee returned when someone claimed.',
    indexMoved: (from: string, to: string) =>
      `the index moved from ${from} when you ordered to ${to}`,
    smaUsed: (index: string, sma: string) =>
      `the index was ${index} when you ordered; the SMA used was ${sma}`,
    laterInterval: (id: bigint, expected: bigint) =>
      `the commit went into interval ${id} instead of ${expected}`,
    otherCommits: (count: number) =>
      count === 1 ? 'one other commit came in first' : `${count} other commits came in first`,
    keeperRewards: (amount: string, rebalances: number) =>
      `keepers were paid ${amount} for ${rebalances === 1 ? 'the previous rebalance' : `the ${rebalances} previous rebalances`}; the projection used an estimate`,
  },
} as const
