import { type AmountErrorCode, describeAmbiguity } from '../../../format/parseAmount'

/** A number that is no number reads the same in both fields. */
function describeNumber(
  code: Exclude<AmountErrorCode, 'ZERO' | 'TOO_LARGE' | 'TOO_MANY_DECIMALS' | 'NEGATIVE'>,
  text: string,
  example: string,
): string {
  switch (code) {
    case 'EMPTY':
    case 'NOT_A_NUMBER':
      return `Enter a number, for example ${example}.`
    case 'AMBIGUOUS':
      return describeAmbiguity(text)
  }
}

/** Every sentence of the section that compares the queue with a swap, and of the swap itself. */
export const swapContent = {
  what: 'The swap on Balancer',
  title: 'Now or in the queue',
  closed: 'Swap on Balancer instead of waiting',
  loading: 'Loading…',
  enterAmount: 'Enter an amount to compare a swap now with the queue.',

  unavailable: {
    pools:
      'Balancer’s pools couldn’t be read, so there’s no swap to compare. The queue isn’t affected.',
    quote: 'Balancer gave no quote. The queue isn’t affected. Retrying with the next block.',
    tooLarge:
      'Balancer gives no quote for this amount: it may be more than 30% of what the pool holds. Try a smaller one.',
  },

  table: {
    now: 'Swap now',
    queue: 'Queue',
    receive: 'You receive',
    receiveHint:
      'Swap: the quote of Balancer’s contracts for exactly this amount, swap fees included. Queue: projected, if the index doesn’t move, with all fees of the pool.',
    net: 'Net of network fees (est.)',
    netHint: (swapEth: string, queueEth: string) =>
      `Estimated, approvals included: ${swapEth} ETH for the swap; ${queueEth} ETH for the commit and the later claim.`,
    netNote: 'The queue’s network fees are those of the commit and of the later claim.',
    noNet: 'Network fees aren’t counted: their price in this market’s token isn’t known.',
    when: 'When',
    atOnce: 'now',
    inTime: (wait: string) => `in\u00a0${wait}`,
  },

  facts: {
    impact: 'Price impact',
    impactHint: 'How far this amount moves Balancer’s price against you',
    fee: 'Swap fee',
    feeHint: (hops: number) =>
      hops === 1 ? 'One swap' : `${hops} swaps, one after the other: both fees together`,
    fairLast: 'Swap vs. price at last rebalance',
    fairNext: 'Swap vs. price at execution',
    fairHint:
      'What the swap gives compared with the same amount at the pool’s own token price. Below zero: you receive less.',
    spread: (percent: string) => `If the index moves ±${percent} before execution`,
    spreadHint: (percent: string) =>
      `How much more or less the queue gives if the index moves ${percent} before your rebalance and stays there, compared with an index that doesn’t move. Not included above.`,
    spreadAt: (move: string, change: string) => `${move}: ${change}`,
    turns: 'Swapping is better',
    turnsHint:
      'Estimated from the balances of Balancer’s pools: below this amount you receive more from a swap, above it from the queue.',
    block: (block: bigint) => `Quoted at block ${block}`,
  },

  turning: {
    searching: '…',
    turns: (amount: string) => `below ≈ ${amount}`,
    always: (amount: string) => `up to ${amount}`,
    alwaysHint: 'A swap gives more at every amount that Balancer takes.',
    never: 'at no size',
    neverHint: 'The queue gives more at every amount.',
    unclear: 'unclear',
    unclearHint: 'There’s no single amount at which it changes.',
  },

  /** `50.42 more long tokens`, `25.00 more USDC`: a side is no unit in a sentence. */
  more: (amount: string, symbol: string) =>
    `${amount} more ${symbol === 'long' || symbol === 'short' ? `${symbol} tokens` : symbol}`,

  /** Of the closed section: which gives more, in as few words as a phone has room for. */
  brief: {
    now: (more: string, share = '') => `Swap: ≈ ${more}${share && ` (${share})`}`,
    queue: (more: string, share = '') => `Queue: ≈ ${more}${share && ` (${share})`}`,
    same: 'Swap and queue give the same',
    gross: (verdict: string) => `${verdict} before network fees`,
    noQuote: 'No quote for a swap',
    noQueue: 'No projection for the queue',
    /** The queue gives more, but not before something else happens. */
    waits: {
      late: (verdict: string) => `${verdict}, once rebalanced`,
      noPrice: (verdict: string) => `${verdict}, once there is a price`,
      refused: (verdict: string) => `${verdict}, once the pool can rebalance`,
    },
  },

  verdict: {
    now: (more: string, share?: string) =>
      `swapping now gives ${more} than the queue${share === undefined ? '' : ` (${share})`}.`,
    queue: (more: string, share?: string) =>
      `the queue gives ${more} than a swap now${share === undefined ? '' : ` (${share})`}.`,
    net: (verdict: string) => `After network fees, ${verdict}`,
    gross: (verdict: string) => `Before network fees, ${verdict}`,
    same: 'Both give the same.',
    noQueue: (reason: string) => `There’s no queue to compare with: ${reason}.`,
    exposed: (action: 'mint' | 'burn') =>
      action === 'mint'
        ? 'With a swap you hold the tokens, and their risk, right away. A commit is priced when it executes and can’t be cancelled.'
        : 'A swap ends your exposure now. A commit stays exposed until it executes and can’t be cancelled.',
  },

  form: {
    slippage: 'Slippage',
    slippageUnit: '%',
    deadline: 'Deadline',
    deadlineUnit: 'min',
    minimum: (amount: string) => `You receive at least ${amount}, or the swap reverts.`,
    swap: 'Swap now',
    approveAndSwap: 'Approve and swap now',
    exactApproval: 'Balancer’s Vault can spend only this amount.',
    fromWallet: 'A swap takes tokens from your wallet, not from escrow.',
    tooMuch: (held: string) => `Not enough for a swap: your wallet holds ${held}.`,
    watching: 'You’re watching this account, so you can’t swap for it.',
    pressAgain: (label: string) => `${label} to swap`,
  },

  titles: {
    swap: (paid: string, received: string) => `Swap ${paid} for ${received}`,
  },

  problem: {
    deadline: (code: AmountErrorCode, text: string): string => {
      switch (code) {
        case 'ZERO':
        case 'NEGATIVE':
          return 'The deadline is at least 1 minute.'
        case 'TOO_MANY_DECIMALS':
          return 'Enter whole minutes.'
        case 'TOO_LARGE':
          return 'The deadline is at most 1,440 minutes.'
        default:
          return describeNumber(code, text, '20')
      }
    },
  },
} as const
