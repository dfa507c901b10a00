import type { ReactNode } from 'react'

/** Every sentence of the page of farms but those of the programme. */
export const stakeContent = {
  title: 'Stake',
  intro:
    'A farm pays rewards to everyone who stakes its token, by share of what’s staked. Rewards accrue every second, don’t vest and can be claimed at any time.',
  noFarms: {
    title: 'No farms',
    text: 'There are no farms on this network.',
  },
  watch: {
    watching: (account: string) =>
      `You’re watching ${account}. You can’t send transactions for it.`,
    invalid: (text: string) =>
      `“${text}” isn’t a valid address. An address is 0x followed by 40 hex characters.`,
  },
  connect: 'Connect a wallet to see your stakes.',
  trouble: 'The farms couldn’t be refreshed. Retrying automatically.',
  unread: (count: number) =>
    `${count === 1 ? 'One farm isn’t responding or returns impossible figures' : `${count} farms aren’t responding or return impossible figures`}. A stake there isn’t shown:`,
  theFarm: 'the farm',

  lists: {
    own: 'Your stakes',
    watched: 'Stakes of this address',
    ownEmpty: 'Nothing staked yet.',
    open: 'Other farms',
    openEmpty: 'No farm pays rewards at the moment.',
    ended: (count: number) => `Ended farms where you have no stake (${count})`,
    endedIntro: 'Nothing accrues here any more.',
    ended1: (date: string) => `ended ${date}`,
    neverStarted: 'never paid rewards',
  },

  kinds: { long: 'long', short: 'short', lp: 'LP', other: 'token' },
  generations: {
    MYC: 'MYC rewards',
    TCR: 'TCR rewards',
    deprecated: 'deprecated pool',
  },
  states: {
    running: 'Running',
    ended: 'Ended',
    paused: 'Paused',
    unfunded: 'Can’t pay rewards',
  },

  /** What the account has there and what to do about it. */
  notice: {
    ended: (amount: ReactNode, date: string) => (
      <>
        Your {amount} are still staked here. Rewards ended on {date}. Take them out.
      </>
    ),
    endedRewards: (amount: ReactNode, date: string) => (
      <>
        Rewards ended on {date}. You have {amount} left to claim.
      </>
    ),
    neverStarted: (amount: ReactNode) => (
      <>Your {amount} are still staked here. This farm pays no rewards. Take them out.</>
    ),
    unfunded: (owed: ReactNode, held: ReactNode) => (
      <>
        This farm owes you {owed} and holds {held}. Claiming would revert, and so would withdrawing
        with your rewards. Withdrawing your stake alone still works: your staked tokens aren’t
        affected.
      </>
    ),
    unfundedRewardsOnly: (owed: ReactNode, held: ReactNode) => (
      <>
        This farm owes you {owed} and holds {held}. Claiming would revert until the farm is funded
        again.
      </>
    ),
    empty: (symbol: string) =>
      `This farm has no ${symbol} left, so it can’t pay its rewards. Staking isn’t offered here.`,
    paused:
      'This farm is paused: it takes no new stakes. Stakes already there still earn, and withdrawing and claiming still work.',
    pausedOther: 'This farm is paused: it takes no new stakes. Stakes already there still earn.',
    notComputable:
      'This farm doesn’t compute rewards as the known contract does. “Earned” is what it reported at the last block.',
  },

  facts: {
    yours: 'Your stake',
    share: 'Your share',
    hour: (staked: string, total: string, percent: string) =>
      `${staked} of ${total} staked earn ${percent} of each hour’s rewards.`,
    earned: 'Earned',
    earnedHint: 'What the farm’s contract would pay you now',
    perHour: 'You earn per hour',
    total: 'Total staked',
    value: 'Value',
    valueHint: 'At this block’s token prices, before burning fees',
    lpValueHint:
      'Your share of what’s in the Balancer pool, with long and short tokens at this block’s prices',
    lpUnknown: 'These LP tokens’ Balancer pool wasn’t read, so what they hold isn’t known.',
    and: 'and',
    week: 'Rewards per week',
    noRewards: 'none: this farm can’t pay',
    rate: 'Reward rate',
    rateHint: 'A year’s rewards at the current rate, as a share of what’s staked, not compounded',
    unknown: 'unknown',
    noPriceFor: (token: string) => `unknown: no price for ${token}`,
    nothingStaked: 'unknown: nothing staked',
    unknownReason: (reward: string, stake: string) =>
      `There’s no price in the same currency for both ${reward} and ${stake}.`,
    perYear: (percent: string) => `${percent} a year`,
    ends: 'Rewards end',
    ended: 'Rewards ended',
    never: 'never started',
    inTime: (span: string) => `in ${span}`,
    fundedUntil: 'Funded until',
    fundedHint:
      'At the latest: what the farm holds now lasts until then at the current rate, and unclaimed rewards come out of it too',
    contract: 'Contract',
  },

  liquidity: 'Add or remove liquidity',
  liquidityOf: (farm: string) => `Add or remove liquidity: ${farm}`,

  units: { long: 'long tokens', short: 'short tokens', lp: 'LP tokens' },

  form: {
    modes: 'Stake or withdraw',
    stake: 'Stake',
    withdraw: 'Withdraw',
    withdrawSome: 'Withdraw only some',
    amount: { stake: 'Amount to stake', withdraw: 'Amount to withdraw' },
    amountIn: (label: string, farm: string) => `${label}: ${farm}`,
    max: 'Max',
    maxOf: (farm: string) => `Max: ${farm}`,
    inWallet: (amount: string) => `Wallet: ${amount}`,
    inFarm: (amount: string) => `Staked: ${amount}`,
    approveAndStake: 'Approve and stake',
    exactApproval: 'The farm can spend only this amount.',
    claim: (amount: string) => `Claim ${amount}`,
    claimNothing: 'Nothing to claim',
    exit: 'Withdraw all and claim',
    exitNoRewards: 'Withdraw all',
    actionIn: (action: string, farm: string) => `${action}: ${farm}`,
    walletFirst: (walletLabel: string) => `${walletLabel} to continue`,
    noneToStake: (unit: string) => `Your wallet holds no ${unit}.`,
    mint: 'Open the market',
    mintIn: (market: string) => `Open the market ${market}`,
    preview: (percent: string, perHour: string) =>
      `With this stake: ${percent} of each hour’s rewards, ${perHour} per hour at the current rate.`,
  },

  problem: {
    notEnough: {
      stake: (amount: string, unit: string) => `Not enough. Your wallet holds ${amount} ${unit}.`,
      withdraw: (amount: string, unit: string) => `Too much. You’ve staked ${amount} ${unit}.`,
    },
    nothing: {
      stake: (unit: string) => `Your wallet holds no ${unit}.`,
      withdraw: () => 'You have nothing staked here.',
    },
  },

  titles: {
    stake: (farm: string) => `Stake in ${farm}`,
    withdraw: (farm: string) => `Withdraw from ${farm}`,
    claim: (farm: string) => `Claim rewards of ${farm}`,
    exit: (farm: string) => `Withdraw all from ${farm}`,
  },
}
