import type { ReactNode } from 'react'

/** A pool token is called by its side, which is no noun. */
function tokensNamed(symbol: string): string {
  return symbol === 'long' || symbol === 'short' ? `${symbol} tokens` : symbol
}

/** Every sentence of the page on a pool's liquidity on Balancer. */
export const liquidityContent = {
  title: 'Liquidity',
  pageTitle: (name: string) => `Liquidity ${name}`,
  heading: (name: string) => `Liquidity: ${name}`,
  market: 'Open the market',
  pool: 'Balancer pool',
  intro:
    'Liquidity in this Balancer pool lets others swap long and short tokens without the queue. It earns swap fees and carries the risk of every token in the pool.',
  others: 'Other pools with these tokens:',
  allMarkets: 'All markets',

  watch: {
    watching: (account: string) =>
      `You’re watching ${account}. You can’t send transactions for it.`,
    invalid: (text: string) =>
      `“${text}” isn’t a valid address. An address is 0x followed by 40 hex characters.`,
  },

  missing: {
    noBalancer: {
      title: 'No Balancer pools',
      text: 'There are no Balancer pools on this network.',
    },
    malformed: {
      title: 'Not a pool',
      text: 'The link has no valid address. It takes the address of a market or of a Balancer pool.',
    },
    none: {
      title: 'No liquidity pool',
      text: 'No known Balancer pool holds this market’s long and short tokens.',
    },
    unknown: {
      title: 'Unknown pool',
      text: 'This is neither a known market nor a known Balancer pool. Nothing is sent to pools that aren’t known.',
    },
    unread: {
      title: 'Pool not readable',
      text: 'This Balancer pool isn’t responding, or its numbers can’t be true. It’s left out; nothing else is affected. LP tokens that you hold stay where they are.',
    },
    someUnread: (pools: number) =>
      pools === 1
        ? 'One Balancer pool couldn’t be read. It may be the one you’re looking for.'
        : `${pools} Balancer pools couldn’t be read. One of them may be the one you’re looking for.`,
  },
  trouble:
    'The pool couldn’t be refreshed. What you see is from an earlier block. Retrying automatically.',

  sections: {
    contents: 'The contents of the pool',
    share: 'Your share',
    form: 'The form',
    fees: 'The swap fees',
    divergence: 'Divergence',
  },

  contents: {
    title: 'In the pool',
    table: 'Tokens in the pool',
    token: 'Token',
    balance: 'Balance',
    weight: 'Weight',
    value: 'Value',
    unknown: 'unknown',
    total: 'Value of the pool',
    totalHint: 'At this block’s token prices, before burning fees',
    partOf: (name: string, tokens: string) => `${name}, without ${tokens}`,
    partHint:
      'Only what the market has a price for, at the token prices of the last rebalance, before burning fees',
    swapFee: 'Swap fee',
    supply: 'LP tokens',
    contract: 'Contract',
    block: (block: string) => `At block ${block}`,
    marketUnread: 'The market of these tokens wasn’t read, so their value isn’t known.',
  },

  share: {
    title: 'Your share',
    none: 'You have no liquidity in this pool.',
    connect: 'Connect a wallet to see your share.',
    inWallet: 'LP tokens in wallet',
    staked: 'LP tokens staked',
    stakePage: 'Stake page',
    ofPool: 'Share of the pool',
    holds: 'Your share holds',
    holdsHint: 'What removing it in proportion would give at the pool’s balances',
    value: 'Value',
  },

  form: {
    title: 'Add or remove',
    modes: 'Add or remove liquidity',
    mode: { add: 'Add', remove: 'Remove' },
    ways: 'All tokens in proportion, or one',
    way: { all: 'All tokens', one: 'One token' },
    which: 'Token',
    amount: {
      add: (symbol: string) => `Amount of ${tokensNamed(symbol)}`,
      remove: 'LP tokens to remove',
    },
    held: (amount: string) => `Wallet: ${amount}`,
    max: 'Max',
    maxOf: (symbol: string) => `Max ${symbol}`,
    maxAll: 'Max in proportion',
    oneInstead: (symbol: string) => `Add only ${symbol} instead`,
    slippage: 'Slippage',
    percent: '%',
    add: 'Add liquidity',
    approveAndAdd: 'Approve and add liquidity',
    remove: 'Remove liquidity',
    walletFirst: (walletLabel: string) => `${walletLabel} to continue`,
    watching: 'You’re watching this account, so you can’t add or remove liquidity for it.',
    enter: {
      add: 'Enter an amount to see what you receive.',
      remove: 'Enter how many LP tokens to remove.',
    },
    loading: 'Getting a quote…',
    failed: 'Balancer gave no quote. Nothing was sent. Retrying with the next block.',
    rejected: 'Balancer gives no quote for this amount. Try a smaller one.',
    paused: 'This Balancer pool is paused: you can only remove liquidity in proportion.',
    empty: 'This pool has no liquidity yet, and its first deposit can’t be made here.',
    approvals: (tokens: number) =>
      tokens === 1
        ? 'Needs one approval first. Balancer’s Vault can spend only this amount.'
        : `Needs ${tokens} approvals first. Balancer’s Vault can spend only these amounts.`,
    atLeast: (amounts: string) => `You receive at least ${amounts}, or the transaction reverts.`,
    noDeadline: 'Balancer has no deadline for liquidity: the minimum applies whenever it’s mined.',
  },

  quote: {
    receive: 'You receive',
    receiveHint: 'The quote of Balancer’s contracts for exactly this, swap fees included',
    /** @param change Undefined where what is added has no value to compare with */
    worth: (value: string, change: string | undefined) =>
      `worth ≈ ${value}${change === undefined ? '' : ` (${change} of what you add)`}`,
    worthEven: (value: string) => `worth ≈ ${value}, about what you add`,
    worthUnknown: 'value unknown: not all of the pool’s tokens have a known price',
    impact: 'Price impact',
    impactHint:
      'What you lose against the pool’s own prices, swap fees included. In proportion there’s almost none.',
    shareAfter: 'Your share afterwards',
    shareAfterHint: 'Of LP tokens in your wallet',
    value: { add: 'Value of what you add', remove: 'Value of what you receive' },
    block: (block: string) => `Quote from block ${block}`,
  },

  problem: {
    notEnough: (symbol: string, needed: string, held: string) =>
      `Not enough ${tokensNamed(symbol)}: this takes ${needed}, your wallet holds ${held}.`,
    tooMuchLp: (held: string) => `Too much. Your wallet holds ${held} LP tokens.`,
    noLp: 'Your wallet holds no LP tokens of this pool.',
    staked: 'Staked LP tokens have to be withdrawn from their farm first.',
    tooLarge: 'Too much: no wallet holds this many.',
    tooSmall: 'This amount is too small for the pool.',
  },

  fees: {
    title: 'Swap fees earned',
    loading: 'Reading the pool’s swaps…',
    none: 'No swaps in the blocks that were read.',
    failed: 'The pool’s swaps couldn’t be read, so no fees are shown.',
    retry: 'Try again',
    inconsistent: 'The events don’t add up to what the pool holds, so no fees are shown.',
    swaps: 'Swaps',
    all: 'All liquidity (est.)',
    own: 'Your share (est.)',
    nothing: 'none',
    since: (block: string, date: string) =>
      `Since ${date} (block ${block}); earlier swaps weren’t read.`,
    sinceStart: 'Since the pool was created.',
    until: (block: string) => `Until block ${block}.`,
    how: 'Estimated from each swap’s amount, the swap fee and your share of the LP tokens at that time, staked ones included. Fees of adding or removing one token aren’t counted. Balancer keeps a part of the fees for itself.',
    /** @param without Tokens that have no price; empty where all have one */
    worth: (value: ReactNode, without: string) => (
      <>
        worth {value} now{without !== '' && `, without ${without}`}
      </>
    ),
  },

  divergence: {
    title: 'Impermanent loss',
    intro:
      'When token prices drift apart, arbitrage leaves the pool with more of the token that lost. Liquidity is then worth less than the same tokens held, before swap fees.',
    chart:
      'Liquidity against holding the same tokens, after one index move within a single interval (est.)',
    table: 'Table of impermanent loss by move of the index',
    lines: { pool: 'This pool', v1: 'V1 mix' },
    columns: { move: 'Index', long: 'Long', short: 'Short', pool: 'This pool', v1: 'V1 mix' },
    v1: 'V1 mix: 50% of the index’s asset, 33.33% short and 16.67% long, as in V1’s pools.',
    still: (symbol: string) =>
      `This pool’s ${symbol} is the settlement token and doesn’t move with the index.`,
    moves: (symbol: string) => `Assumes that this pool’s ${symbol} moves like the index.`,
    estimates: 'Estimates, before swap fees, at the market’s current skew.',
    lab: 'Fees, skew and other weights in the lab',
    notComputable:
      'Impermanent loss can’t be computed while a side of the market is empty or its oracle isn’t responding.',
    noMarket: 'Impermanent loss is computed for pools of a market’s long and short tokens.',
    move: (move: string) => `Index ${move}`,
  },

  titles: {
    add: (amounts: string, market: string) => `Add ${amounts} to liquidity of ${market}`,
    remove: (amount: string, market: string) =>
      `Remove ${amount} LP tokens from liquidity of ${market}`,
  },
  and: ' and ',
  lp: 'LP tokens',
}
