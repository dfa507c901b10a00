import type { RevertSentences } from '../../chain/describeFailure'

/** What the codes of Balancer's Vault and pools mean. @see https://docs-v2.balancer.fi/reference/contracts/error-codes.html */
export const VAULT_REVERTS: RevertSentences = [
  [
    'BAL#507',
    'The price moved beyond your limit: the swap would give less than your minimum. Get a new quote, or allow more slippage.',
  ],
  ['BAL#508', 'The deadline of this swap has passed. Get a new quote.'],
  [
    'BAL#505',
    'The pool would give less than your minimum. Get a new quote, or allow more slippage.',
  ],
  [
    'BAL#208',
    'The pool would give fewer LP tokens than your minimum. Get a new quote, or allow more slippage.',
  ],
  ['BAL#304', 'The amount is too large for this pool: at most 30% of a token’s balance.'],
  ['BAL#305', 'The amount is too large for this pool: at most 30% of a token’s balance.'],
  ['BAL#306', 'The amount is too large for this pool. Remove less, or all tokens in proportion.'],
  ['BAL#307', 'The amount is too large for this pool. Add less, or all tokens in proportion.'],
  ['BAL#402', 'This Balancer pool is paused: you can only remove liquidity in proportion.'],
  ['BAL#416', 'Your wallet no longer holds this many LP tokens.'],
  ['ERC20: insufficient balance', 'Your wallet no longer holds this amount.'],
]
