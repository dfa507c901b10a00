import { CommitType } from '../../protocol/commitType'
import type { KindChoice, SideChoice } from './historyFilter'

type HeldSide = SideChoice | 'lp'
const HELD: Record<HeldSide, string> = {
  long: 'long tokens',
  short: 'short tokens',
  lp: 'LP tokens',
}

/** Every sentence and label of the account's history. */
export const accountHistoryContent = {
  title: 'History',
  section: 'The history',
  intro:
    'Every commit, execution, claim, transfer, swap, stake, liquidity change and reward of this account, read from the chain.',
  portfolio: 'Portfolio',
  sentHere: 'Transactions from this browser',
  ofMarket: 'History in this market',
  noAccount: {
    title: 'No account selected',
    text: 'Connect a wallet to see its history, or watch an address on the portfolio page.',
  },
  watching: (account: string) => `You’re watching ${account}.`,
  invalid: (text: string) =>
    `“${text}” isn’t a valid address. An address is 0x followed by 40 hex characters.`,
  missing: (count: number, isUnverified: boolean) =>
    `${count === 1 ? 'One' : count} ${isUnverified ? 'unverified ' : ''}${count === 1 ? 'market' : 'markets'} couldn’t be loaded. History there isn’t shown.`,
  filters: {
    legend: 'Filters',
    market: 'Market',
    allMarkets: 'All markets',
    kind: 'Type',
    allKinds: 'All types',
    side: 'Side',
    bothSides: 'Both sides',
    from: 'From',
    to: 'To',
    clear: 'Clear filters',
    unloaded: 'Unloaded market',
    backwards: 'The “From” date is after the “To” date.',
  },
  kinds: {
    mint: 'Mint',
    burn: 'Burn',
    flip: 'Flip',
    execution: 'Execution',
    claim: 'Claim',
    transfer: 'Transfer',
    swap: 'Swap',
    stake: 'Stake',
    unstake: 'Withdrawal from a farm',
    farmReward: 'Farm reward',
    join: 'Liquidity added',
    exit: 'Liquidity removed',
    reward: 'Keeper reward',
  } satisfies Record<KindChoice, string>,
  sides: { long: 'Long', short: 'Short' } satisfies Record<SideChoice, string>,
  commits: {
    [CommitType.LongMint]: 'Mint long',
    [CommitType.ShortMint]: 'Mint short',
    [CommitType.LongBurn]: 'Burn long',
    [CommitType.ShortBurn]: 'Burn short',
    [CommitType.LongBurnShortMint]: 'Flip long to short',
    [CommitType.ShortBurnLongMint]: 'Flip short to long',
  } satisfies Record<CommitType, string>,
  row: {
    committed: (label: string) => `${label}: committed`,
    executed: (label: string) => `${label}: executed`,
    executedInterval: 'Commits executed',
    claimed: 'Claimed',
    sent: (side: HeldSide) => `Sent ${HELD[side]}`,
    received: (side: HeldSide) => `Received ${HELD[side]}`,
    stake: (side: HeldSide) => `Staked ${HELD[side]}`,
    unstake: (side: HeldSide) => `Withdrew ${HELD[side]} from a farm`,
    farmReward: 'Farm reward',
    swap: 'Swapped on Balancer',
    join: 'Added liquidity on Balancer',
    exit: 'Removed liquidity on Balancer',
    plus: '+',
    unpriced: (symbol: string, isJoin: boolean) =>
      `Its value in ${symbol} isn’t known, so the ${isJoin ? 'LP tokens' : 'tokens you received'} have no cost basis.`,
    farm: 'Farm',
    farmLabel: 'the farm',
    liquidityPool: 'Liquidity pool',
    liquidityPoolLabel: 'the liquidity pool',
    reward: 'Keeper reward',
    unverified: 'Unverified',
    interval: (id: bigint) => `Interval ${id}`,
    fromEscrow: 'from escrow',
    pending: 'Not executed yet',
    unplaced: 'Executed; its transaction wasn’t found',
    nothingClaimed: 'Nothing to pay out',
    to: 'To',
    from: 'From',
    becomes: '→',
    mintingFee: 'Minting fee',
    burningFee: 'Burning fee',
    price: 'Price',
    perToken: (symbol: string, side: SideChoice) => `${symbol} per ${side} token`,
    openFee: 'The minting fee of a flip is set when you claim or commit again.',
    openFeeEstimate:
      'Estimated at the current minting fee. A flip’s fee is set when you claim or commit again.',
    /** With a space at which no line ends. */
    about: '≈\u00a0',
    incomplete: 'Amounts appear once older commits are loaded.',
    noPrices: 'Loading prices…',
    loadingTime: 'Loading time…',
    block: (block: bigint) => `Block ${block}`,
    transaction: 'Transaction',
    committedIn: 'Committed in',
    executedIn: 'Executed in',
    counterparty: 'the counterparty',
  },
  list: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`,
  listSoFar: (count: number) =>
    `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'} so far`,
  pages: 'Pages',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  newer: 'Newer',
  older: 'Older',
  findingDates: 'Finding the blocks of these dates…',
  empty: {
    notLoaded: 'The history couldn’t be loaded.',
    whole: 'This account has no history in the loaded markets.',
    soFar: 'No entries found yet. Older blocks may have some.',
    filtered: 'No entries match these filters.',
    filteredSoFar: 'No entries match these filters yet. Older blocks may have some.',
  },
  progress: {
    first: 'Loading the newest blocks…',
    loading: (percent: string) => `Loading older history, ${percent} of blocks read…`,
    whole: 'Complete: no older events.',
    wholeOfLoaded: 'Complete for the loaded markets: no older events.',
    since: (block: string, date: string | undefined) =>
      `Known since block ${block}${date === undefined ? '' : ` (${date} UTC)`}.`,
    loadAll: 'Load older history',
    waiting: 'The RPC isn’t responding or is behind. Retrying automatically.',
    failed: (block: string | undefined, date: string | undefined) =>
      block === undefined
        ? 'The RPC doesn’t return the events of this account, so its history can’t be shown.'
        : `The RPC doesn’t return events before block ${block}${date === undefined ? '' : ` (${date} UTC)`}. Older history isn’t shown.`,
    retry: 'Try again',
  },
  exports: {
    label: 'Export',
    csv: 'CSV',
    json: 'JSON',
    koinly: 'Koinly CSV',
    all: (count: number) =>
      count === 0
        ? 'The filters show no entries to export.'
        : `Exports contain ${count === 1 ? 'the entry' : `all ${count.toLocaleString('en')} entries`} that the filters show, not only this page.`,
    notLoaded: 'Nothing is loaded yet, so there is nothing to export.',
    partial: 'Older history isn’t loaded, so files are named partial.',
    preparing: (done: number, all: number) => `Loading block times: ${done} of ${all}…`,
    cancel: 'Cancel',
    missing: (count: number) =>
      count === 1
        ? 'One entry isn’t in the Koinly file because its amount isn’t final or known yet.'
        : `${count} entries aren’t in the Koinly file because their amounts aren’t final or known yet.`,
  },
  notes: [
    'Only markets loaded in this app are covered.',
    'Swaps, liquidity and stakes are covered on Balancer and in the farms that this app knows. Elsewhere they are transfers.',
    'Keeper rewards are found for the current keeper contract of each market and of its factory. Rewards from an earlier keeper contract can’t be found.',
    'Gas isn’t included.',
    'The Koinly file lists trades when they executed. Pending commits, claims and stakes aren’t in it: those tokens stay yours.',
  ],
  notesTitle: 'What this page covers',
}
