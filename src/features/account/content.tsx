import type { ReactNode } from 'react'

/** Everything that a person reads about what their account has in a pool. */
export const accountContent = {
  title: 'Your position',
  titleOf: (account: string) => `Position of ${account}`,
  connect: 'Connect a wallet to see your position.',
  unreadable:
    'Your position couldn’t be loaded: one of the pool’s tokens isn’t responding. Retrying automatically.',
  none: 'You hold nothing in this pool.',
  sides: { long: 'long', short: 'short' },
  inWallet: (value: ReactNode) => <>{value} in your wallet</>,
  inQueue: (value: ReactNode) => <>{value} in the queue</>,
  toClaim: (value: ReactNode) => <>{value} to claim</>,
  staked: 'Staked',
  stakedOf: {
    long: 'Long tokens',
    short: 'Short tokens',
    lp: 'LP tokens',
    other: 'Other tokens',
  },
  stakedUnit: { long: 'long', short: 'short', lp: 'LP', other: '' },
  inFarms: (amounts: ReactNode) => <>{amounts} staked</>,
  inLiquidity: (amount: ReactNode) => <>{amount} in Balancer’s pool</>,
  noneInWallet: 'none in your wallet',
  liquidity: 'In Balancer’s pool',
  outsideValue: 'Value of stakes and LP tokens',
  outsideHint:
    'At the token prices of the last rebalance, before fees. LP tokens count as your share of the long, short and settlement tokens in Balancer’s pool.',
  uncounted: (token: string) => `${token}, not in the value`,
  toStakes: 'See what they earn, or take them out',
  queueValue: 'Queue value',
  walletValue: 'Wallet value',
  escrowValue: 'Escrow value',
  valueHint: 'At the token prices of the last rebalance, before fees',
  inEscrow: 'In escrow',
  escrowText: 'Tokens from executed commits. Claim to move them to your wallet.',
  longTokens: 'Long tokens',
  shortTokens: 'Short tokens',
  claim: 'Claim',
  claiming: 'Claiming…',
  toClaimAfter: (action: string) => `${action} to claim`,
  paused:
    'Claims are paused in this pool. Your escrow is safe; you can claim or commit from it once governance unpauses them.',
  tradeWithout: (link: (text: string) => ReactNode) => (
    <>You can trade without claiming: {link('commit from escrow')}.</>
  ),
}
