import type { RevertSentences } from '../../chain/describeFailure'

const NO_REWARDS_LEFT =
  'The farm can’t pay your rewards: it no longer holds enough reward tokens. Withdraw your stake without them instead.'

/** What a farm reverts with where it takes tokens. */
export const STAKE_REVERTS: RevertSentences = [
  [
    'This action cannot be performed while the contract is paused',
    'This farm is paused and takes no new stakes. You can withdraw what you have staked.',
  ],
  ['Cannot stake 0', 'The amount must be more than zero.'],
  [
    'SafeERC20: low-level call failed',
    'The token transfer failed. Check your balance and approval.',
  ],
]

/** The same where it gives the stake back. */
export const WITHDRAW_REVERTS: RevertSentences = [
  ['Cannot withdraw 0', 'You have nothing staked in this farm.'],
  ['SafeMath: subtraction overflow', 'You have less staked in this farm than this amount.'],
]

/** The same where it pays rewards. */
export const REWARD_REVERTS: RevertSentences = [['SafeERC20', NO_REWARDS_LEFT], ...WITHDRAW_REVERTS]
