/** Every sentence about the pools’ secondary management fees. */
export const treasuryContent = {
  title: 'Fees',
  intro:
    'At every rebalance a pool charges its management fee to both sides. A share goes to the pool’s secondary fee address: the deployer’s at first; only its current owner can change it. Anyone can trigger the payout.',
  treasury: 'Treasury:',
  theTreasury: 'the treasury',
  market: 'Market',
  marketOf: (name: string) => `Market ${name}`,
  missing: (count: number, isUnverified: boolean) => {
    const kind = isUnverified ? 'unverified ' : ''
    return count === 1
      ? `One ${kind}market couldn’t be loaded and isn’t shown.`
      : `${count} ${kind}markets couldn’t be loaded and aren’t shown.`
  },
  noneForTreasury:
    'No pool currently pays the treasury. Each pool’s secondary fee address is listed below.',
  unverified: {
    badge: 'Unverified',
    markets: (count: number) => `${count} unverified ${count === 1 ? 'market' : 'markets'}`,
    note: 'Anyone can create a market under any name, with any token. These amounts aren’t in the totals above.',
  },
  totals: {
    forTreasury: 'For the treasury',
    all: 'All pools, all recipients',
    allVerified: 'All verified pools, all recipients',
    token: 'Settlement token',
    claimable: 'Ready to pay out',
    next: 'Next rebalances add',
    claimed: 'Paid out so far',
    accrued: 'Total accrued',
    unavailable: 'unavailable',
    note: (block: string) =>
      `At block ${block}. Fees since a pool’s last rebalance aren’t included; its next rebalance adds the projected amount, whatever the price. Each settlement token has its own total.`,
    noEvents: 'Earlier payouts aren’t shown: the RPC doesn’t return events for all blocks.',
    /** @param block Up to which they have been loaded */
    failing: (block: string | undefined) =>
      `${block === undefined ? 'Earlier payouts' : `Payouts after block ${block}`} couldn’t be loaded. Retrying automatically.`,
  },
  pool: {
    recipient: 'Recipient',
    noRecipient: 'None. The primary address gets the whole fee.',
    otherAddress: 'another address',
    recipientOf: (name: string) => `${name}’s secondary fees`,
    share: 'Share of management fee',
    shareHint: 'Of the management fee that both sides pay per year',
    shareOf: (share: string, yearly: string) => `${share}% of ${yearly} a year`,
    next: 'Next rebalance adds',
    nextHint: 'Projected from both sides’ current balances; doesn’t depend on the price',
    noProjection: 'no projection',
    claimedHint: 'Paid to the secondary fee address at the time',
    accruedHint: 'Paid out so far plus ready to pay out',
    nothingPaid: 'none yet',
    paidBy: (name: string) => `Fees paid by ${name}`,
    to: 'to',
    theRecipient: 'the recipient',
  },
  claim: {
    walletFirst: (walletLabel: string) => `${walletLabel} to pay out`,
    nothing: 'Nothing to pay out',
    forTreasury: 'Pay out to the treasury',
    forAddress: 'Pay out to this address',
    /** In a table; the whole of it is said to screen readers. */
    brief: { nothing: 'Nothing to pay', forTreasury: 'Pay out', forAddress: 'Pay out' },
    connectFirst: 'Connect wallet to pay out all',
    all: (pools: number) => `Pay out all ${pools} pools`,
    how: (pools: number) =>
      `${pools} transactions, one per pool, each confirmed in your wallet. You pay the network fees; the fees go to each pool’s secondary fee address, not to you.`,
    switchFirst: (chain: string) => `Switch your wallet to ${chain} first.`,
    rest: 'Completed payouts were sent. The rest stays in the pools.',
  },
}
