import type { ReactNode } from 'react'

/** Every sentence of the portfolio, but those of its lists of commits, approvals and transactions. */
export const portfolioContent = {
  title: 'Portfolio',
  history: 'History',
  transactions: 'Transactions from this browser',
  watch: {
    label: 'Watch an address',
    placeholder: 'Watch an address: 0x…',
    start: 'Watch',
    stop: 'Stop watching',
    clear: 'Clear',
    watching: (account: string) =>
      `You’re watching ${account}. You can’t send transactions for it.`,
    invalid: (text: string) =>
      `“${text}” isn’t a valid address. An address is 0x followed by 40 hex characters. Correct it, or clear it to see your own portfolio.`,
  },
  noAccount: {
    title: 'No account selected',
    text: 'Connect a wallet to see your positions, or enter an address above to watch it.',
  },
  missing: {
    markets: (count: number, isUnverified: boolean) =>
      `${count === 1 ? 'One' : count} ${isUnverified ? 'unverified ' : ''}${count === 1 ? 'market' : 'markets'} couldn’t be loaded. Positions there aren’t shown.`,
    unlisted:
      'Unlisted markets couldn’t be searched, so positions there aren’t shown. Retrying automatically.',
  },
  more: {
    text: (count: string) =>
      `This account holds tokens in ${count} unlisted markets. Be careful: anyone can create a market and send you its tokens.`,
    show: 'Show these markets',
  },
  empty: {
    title: 'No positions yet',
    /** @param isIncomplete Some market couldn’t be loaded */
    text: (isIncomplete: boolean) =>
      isIncomplete
        ? 'This account has no long or short tokens, escrow or pending commits in the markets that loaded.'
        : 'This account has no long or short tokens, escrow or pending commits.',
    browse: 'Browse markets',
  },
  totals: {
    title: 'Total value',
    section: 'The totals',
    columns: {
      free: 'In wallet',
      wallet: 'Pool tokens',
      escrow: 'In escrow',
      queued: 'In queues',
      staked: 'Staked',
      liquidity: 'LP tokens',
    },
    token: 'Settlement token',
    /** An amount that another row has. */
    elsewhere: '—',
    inUnverified: 'in unverified markets',
    note: (block: string) =>
      `Pool tokens are valued at the token prices of their pool’s last rebalance, before burning fees, as of block ${block}. Each settlement token has its own total.`,
  },
  claim: {
    section: 'Claim all',
    ready: (markets: number) => `${markets} markets are ready to claim.`,
    all: (markets: number) => `Claim all ${markets}`,
    how: (markets: number) =>
      `${markets} transactions, one per market, each confirmed in your wallet.`,
    switchFirst: (chain: string) => `Switch your wallet to ${chain} first.`,
    rest: 'Completed claims are in your wallet. The rest stays in escrow.',
  },
  holding: {
    unverified: 'Unverified',
    trade: 'Trade',
    burn: 'Burn',
    burnIn: (market: string) => `Burn tokens of ${market}`,
    tradeIn: (market: string) => `Trade ${market}`,
    nothing: 'nothing',
    wallet: 'In wallet',
    escrow: 'In escrow',
    escrowHint: 'Executed, not yet claimed',
    queue: 'In the queue',
    queueHint: 'Mints after fees, and tokens queued to burn or flip',
    projected: 'Queue result (projected)',
    projectedHint: 'If the index doesn’t move; keeper rewards estimated',
    noProjection: 'no projection',
    staked: 'Staked',
    liquidity: 'LP tokens',
    liquidityHint: 'In your wallet: your share of Balancer’s pool',
    units: { long: 'long', short: 'short', lp: 'LP', other: '' },
    unwrapped: (amounts: ReactNode) => <>= {amounts}</>,
    notInValue: (amounts: ReactNode) => <>and {amounts}, not in the value</>,
    value: 'Value',
    valueHint: 'At the token prices of the last rebalance, before burning fees',
    outsideHint:
      'With stakes and LP tokens, at the token prices of the last rebalance, before burning fees',
  },
  liquidity: {
    title: 'Other LP tokens',
    unit: 'LP',
    notCounted: (tokens: string) => `of Balancer’s pool of ${tokens}; not in the totals`,
    unread: (pools: number) =>
      `${pools === 1 ? 'One Balancer pool isn’t responding' : `${pools} Balancer pools aren’t responding`}. LP tokens of it aren’t in the totals.`,
  },
  stakes: {
    title: 'Staked',
    section: 'The list of stakes',
    manage: 'Stake page',
    worth: (value: ReactNode) => <>worth {value}</>,
    notCounted: 'not in the totals',
    alsoHolds: (amounts: ReactNode) => <>and {amounts}, not in the totals</>,
    earned: (amount: ReactNode) => <>{amount} to claim</>,
    ended: (date: string) => `Rewards ended on ${date}.`,
    units: { long: 'long', short: 'short', lp: 'LP' },
    unread: (farms: number) =>
      `${farms === 1 ? 'One farm isn’t responding' : `${farms} farms aren’t responding`}. A stake there isn’t in the totals.`,
    trouble: 'Stakes couldn’t be loaded and aren’t in the totals. Retrying automatically.',
  },
  veBal: {
    title: 'veBAL',
    onEthereum: 'On Ethereum',
    note: 'veBAL isn’t transferable, so it can’t be used in a pool. Markets can settle in BAL, but you can’t vote with BAL in a pool.',
  },
}
