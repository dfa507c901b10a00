import type { ReactNode } from 'react'

/** Every sentence about rebalances that anyone can perform. */
export const keeperContent = {
  overdue: (duration: string) => `Rebalance overdue ${duration}`,
  shortReward: (amount: ReactNode) => <>reward ≈ {amount}</>,
  wouldFail:
    'A rebalance is due, but it would fail at the current index price: one side has tokens but no balance.',
  button: 'Rebalance now',
  checking: 'Checking the network…',
  toRebalance: ' to rebalance',
  title: (market: string) => `Rebalance ${market}`,
  noReward: 'Anyone can perform the rebalance. There’s no reward.',
  noRewardEmptyPool:
    'Anyone can perform the rebalance. There’s no reward: the pool’s balance is too small.',
  unknownReward: 'Anyone can perform the rebalance for a reward.',
  reward: (amount: ReactNode) => (
    <>Anyone can perform the rebalance for a reward of about {amount} (depends on gas).</>
  ),
  catchUp: (missed: string, upkeeps: number, perTransaction: number) =>
    `${missed} intervals were missed. Catching up takes ${upkeeps} rebalances, ${perTransaction} per transaction. The first one moves the price. Catch up before you commit, or your commit executes much later.`,
  several: {
    due: (upkeeps: number) => `${count(upkeeps, 'rebalance')} due`,
    inMarkets: (markets: number) => ` in ${count(markets, 'market')}.`,
    fit: (upkeeps: number) => `${upkeeps} fit in one transaction.`,
    noReward: 'Anyone can perform them. There’s no reward.',
    unknownReward: 'Anyone can perform them for a reward from the pools.',
    /** @param isIncomplete Some pool’s reward has no estimate */
    reward: (known: ReactNode, isIncomplete: boolean) => (
      <>
        Anyone can perform them for a reward of about {known}
        {isIncomplete && ' plus an unknown amount'} from the pools (depends on gas).
      </>
    ),
    and: ' and ',
    all: 'Rebalance all',
    some: (upkeeps: number, needed: number) => `Rebalance ${upkeeps} of ${needed}`,
    title: (markets: number) => `Rebalance ${count(markets, 'market')}`,
  },
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
