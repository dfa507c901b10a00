import type { ExitPlan } from '../../analytics/exit/exitOutcome'

/** Every sentence and label of the way out of a pool. */
export const exitContent = {
  title: (pool: string) => `Leave ${pool}`,
  intro:
    'Burn everything you hold here, let a rebalance execute it, and claim what it brings. If no keeper comes, you perform the rebalances yourself.',
  nobody: 'Connect a wallet to see what you hold here and how to get it out.',
  watched: 'You’re watching this account. Connect its wallet to leave.',
  held: {
    title: 'What you have here',
    wallet: 'In your wallet',
    escrow: 'In escrow',
    queued: 'Queued',
    nothing: 'nothing',
    queuedText: (count: number) => (count === 1 ? '1 interval' : `${count} intervals`),
  },
  late: (intervals: string, upkeeps: number) =>
    `The pool is ${intervals} intervals behind. Catching up takes ${upkeeps} rebalances; many fit in one transaction.`,
  plans: {
    title: 'Ways out',
    names: {
      burnFirst: 'Burn now, rebalance at the end',
      catchUpFirst: 'Catch up, burn, rebalance at the end',
      everyInterval: 'Catch up, burn, rebalance every interval',
    } satisfies Record<ExitPlan, string>,
    best: 'Best if the index doesn’t move',
    same: 'Catching up first or last makes no difference in this pool, so there is one way.',
    columns: {
      move: (percent: string) => `Index ${percent}`,
      still: 'Index unchanged',
      when: 'Earliest',
      transactions: 'Transactions',
      rewards: 'Keepers’ rewards',
    },
    caption:
      'What you can claim at the end, burning fees included, computed with the exact engine. Keepers’ rewards are estimated: they come out of both sides, yours included, and go to the account that performs the rebalances.',
    sma: 'This pool uses an average, which only moves when a rebalance takes a sample. How often rebalances are performed changes what you receive.',
    none: (reason: string) => `No projection: ${reason}.`,
  },
  steps: {
    title: 'Steps',
    catchUp: 'Perform the overdue rebalances',
    burn: 'Burn everything you hold',
    wait: 'Wait for the burn’s interval',
    perform: 'Perform the rebalances that execute it',
    claim: 'Claim to your wallet',
    bridge: 'Bridge it home, if you like',
    waiting: (time: string, left: string) => `Ready at ${time} (in ${left}).`,
    closing: 'You can close this page: everything is read from the chain when you come back.',
    done: 'Nothing of yours is left in this pool.',
    performOne: (count: number) =>
      count === 1 ? 'Rebalance now' : `Rebalance now (${count} in one transaction)`,
    burnButton: 'Burn everything',
    openBridge: 'Open the bridge',
  },
  paused:
    'The pool is paused. Nothing can be burned, rebalanced or claimed until governance unpauses it.',
  refused: (side: string) =>
    `The contract would revert every rebalance: the ${side} side has tokens but no balance. Nothing on this page can change that; it ends when the index moves in that side’s favor.`,
  noPrice:
    'The price oracle isn’t responding, so no rebalance can be performed. You can claim what is in escrow and queue your burns; they execute once the oracle responds again.',
  noCounterparty:
    'The other side is empty. You can still leave: burning pays out your side’s balance.',
  link: 'Leave this pool',
} as const
