import type { ReactNode } from 'react'
import type { ExitPlan } from '../../analytics/exit/exitOutcome'

/** Every sentence and label of the way out of a pool. */
export const exitContent = {
  title: (pool: string) => `Exit ${pool}`,
  intro:
    'Burn all your tokens in this pool, wait for a rebalance to execute the burns, then claim. If no keeper is running, you can perform the rebalances yourself.',
  nobody: 'Connect a wallet to see your tokens in this pool and how to exit.',
  watched: 'You’re watching this account. Connect its wallet to exit.',
  held: {
    title: 'Your tokens in this pool',
    wallet: 'In your wallet',
    escrow: 'In escrow',
    staked: 'Staked',
    liquidity: 'LP tokens in your wallet',
    queued: 'Queued',
    nothing: 'nothing',
    value: 'Value before fees',
    valueHint:
      'Of what is in your wallet, in escrow and queued, at the token prices of the last rebalance',
    valueInside: 'Value before fees, without staked and LP tokens',
    intervals: (count: number) => (count === 1 ? undefined : `in ${count} update intervals`),
  },
  late: (intervals: string, upkeeps: number) =>
    `The pool is ${intervals} intervals behind. Catching up takes ${upkeeps} rebalances; many fit in one transaction.`,
  takeOut: {
    title: 'Withdraw these first',
    intro:
      'Tokens in farms and in Balancer’s pool can’t be burned there. Your exit options count them once they’re in your wallet.',
    reading: 'Looking for staked tokens and LP tokens…',
    trouble:
      'Farms and Balancer’s pools couldn’t be loaded. Tokens of yours in them may not be shown. Retrying automatically.',
    unread: (count: number) =>
      `${count === 1 ? 'One farm or Balancer pool isn’t responding' : `${count} farms or Balancer pools aren’t responding`}. Tokens of yours in there aren’t shown.`,
    units: { long: 'long', short: 'short', lp: 'LP', other: '' },
    farm: (amount: ReactNode, reward: string) => (
      <>
        Withdraw {amount} from the {reward} farm
      </>
    ),
    rewards: (amount: ReactNode) => <>Your rewards come with it: {amount}.</>,
    noRewards: (owed: ReactNode, held: ReactNode) => (
      <>
        The farm owes you {owed} and holds {held}. Withdrawing with your rewards would revert, so
        this takes out your stake alone. You can claim the rewards if the farm is funded again.
      </>
    ),
    leaveFarm: 'Withdraw all and claim rewards',
    withdraw: 'Withdraw all',
    withoutRewards: 'Withdraw without rewards',
    pool: (amount: ReactNode) => <>Remove {amount} from Balancer’s pool</>,
    poolGives: (amounts: ReactNode) => <>At its current balances: about {amounts}.</>,
    poolMinimum: (percent: string) =>
      `You receive at least ${percent} of what Balancer quotes when you press the button, or it reverts.`,
    poolOthers: 'Other tokens stay in your wallet.',
    remove: 'Remove liquidity',
    quoting: 'Getting a quote…',
    noQuote: 'Balancer gave no quote, so nothing was sent. Try again.',
    afterwards: 'Burn everything, wait for its rebalance or rebalance yourself, then claim',
    leaveBehind: 'Skip these and exit with the rest',
    leftBehind: (amounts: ReactNode) => <>You’re leaving {amounts} where they are.</>,
    takeOutFirst: 'Withdraw them first',
    titles: {
      leaveFarm: (pool: string) => `Withdraw staked tokens of ${pool}`,
      removeLiquidity: (pool: string) => `Remove liquidity of ${pool}`,
    },
  },
  plans: {
    title: 'Exit options',
    onlyTitle: 'What you receive',
    computing: 'Computing what each option pays…',
    names: {
      burnFirst: 'Burn first, perform overdue rebalances later',
      catchUpFirst: 'Perform overdue rebalances, burn, rebalance once',
      everyInterval: 'Perform overdue rebalances, burn, rebalance every interval',
    } satisfies Record<ExitPlan, string>,
    /** Once everything is burned. */
    burnedNames: {
      burnFirst: 'Wait, then catch up in one go',
      catchUpFirst: 'Wait, then catch up in one go',
      everyInterval: 'Rebalance every interval',
    } satisfies Record<ExitPlan, string>,
    keptNames: {
      burnFirst: 'Burn, rebalance once',
      catchUpFirst: 'Burn, rebalance once',
      everyInterval: 'Rebalance every interval',
    } satisfies Record<ExitPlan, string>,
    kept: 'Nothing is overdue in this pool: burn, then claim after the rebalances that keepers perform every interval.',
    alone: 'Options that rebalance once or later assume that no keeper rebalances first.',
    best: 'Best if the index doesn’t move',
    same: 'The order of the steps makes no difference right now.',
    columns: {
      move: (percent: string) => `Index ${percent}`,
      still: 'Index unchanged',
      when: 'Earliest',
      transactions: 'Your transactions',
      rewards: 'Keeper rewards',
    },
    caption:
      'What you can claim at the end, after burning fees, computed with the contracts’ own arithmetic. Keeper rewards are estimated. They go to the account that performs the rebalance, you or a keeper, and both sides pay them, including yours.',
    sma: 'This pool rebalances at an SMA, which changes only when a rebalance takes a sample. The number of rebalances therefore changes what you receive.',
    none: (reason: string) => `No projection: ${reason}.`,
    without:
      'Your queued mints and flips aren’t in these figures. They become tokens at their rebalance; burn those afterwards.',
  },
  onlyQueued:
    'You have nothing to burn yet. Your queued mints and flips become tokens at their rebalance; burn them then.',
  alsoQueued:
    'Your queued mints and flips become tokens at their rebalance; burn those then. What your queued burns pay is below.',
  steps: {
    title: 'Steps',
    catchUp: 'Perform the overdue rebalances',
    burn: 'Burn everything you hold',
    queuedWait: 'Wait for your queued commits',
    queuedPerform: 'Perform the rebalances that execute them',
    wait: 'Wait until the burn can execute',
    perform: 'Perform the rebalances that execute it',
    performKept: 'Rebalance, if no keeper has',
    keepers: 'Keepers normally do this within a minute.',
    claim: 'Claim to your wallet',
    waiting: (time: string, left: string) => `Ready at ${time} (in ${left}).`,
    closing: 'You can close this page: everything is read from the chain when you come back.',
    done: 'You have nothing left in this pool.',
    never: 'You hold nothing in this pool.',
    trade: (pool: string) => `Trade ${pool}`,
    laterThanQueued: (burn: string, queued: string) =>
      `A new burn executes later, at about ${burn}. What you queued before can execute at ${queued}; you can finish it first.`,
    laterThanDue: (burn: string) =>
      `A new burn executes later, at about ${burn}. What you queued before can execute now; you can finish it first.`,
    queuedDue: 'Your first queued commits can execute now. The others execute later.',
    inEscrow: (amount: ReactNode) => <>{amount} is in escrow. You can claim it now or later.</>,
    performOne: (count: number) =>
      count === 1 ? 'Rebalance now' : `Rebalance now (${count} in one transaction)`,
    /** What comes of the plan whose steps are shown. */
    outcome: (amount: ReactNode, time: string) => (
      <>
        If the index doesn’t move, you can claim ≈{'\u00a0'}
        {amount}, at {time} at the earliest.
      </>
    ),
    burned: (amounts: ReactNode) => <>From your wallet and escrow: {amounts}.</>,
    burnButton: 'Burn everything',
    openBridge: 'Open the bridge',
  },
  paused:
    'The pool is paused. Nothing can be burned, rebalanced or claimed until governance unpauses it.',
  refused: (side: string) =>
    `The pool can’t rebalance: the ${side} side has tokens but no balance, so every rebalance reverts. Your burns execute once the index moves in that side’s favor.`,
  committerPaused:
    'Claims are paused in this pool, so burning is disabled. Try again once governance unpauses the committer.',
  noPrice:
    'The price oracle isn’t responding, so no rebalance can be performed. You can claim what is in escrow and queue your burns; they execute once the oracle responds again.',
  noCounterparty:
    'The other side is empty, so there’s no counterparty. You can still exit: burning pays out your side’s balance.',
  link: 'Exit pool',
  why: 'Burn and claim all you have here, step by step.',
  toPool: (pool: string) => `Back to ${pool}`,
} as const
