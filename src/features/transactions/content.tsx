import { Fragment, type ReactNode } from 'react'
import type { FailedBecause } from '../../flows/step'

const NOT_SENT_AGAIN = 'It was not resent.'
const DID_NOTHING = `The transaction did nothing. ${NOT_SENT_AGAIN}`

/** What a failed transaction means. */
const failures: Readonly<Record<FailedBecause, string>> = {
  reverted: 'Transaction reverted. No tokens moved; the network fee was spent.',
  undone:
    'The transaction was confirmed, but this step wasn’t executed. The network fee was spent.',
  replaced: 'Replaced by another transaction from your wallet. This one did nothing.',
  cancelled: 'You cancelled it in your wallet. It did nothing.',
  dropped: 'You marked it as dropped: no node knew this transaction. You can send it again.',
  partly:
    'Your wallet executed only part of this batch. Check the transactions before you continue.',
}

/** What a failed transaction leaves to decide about an order; undefined where there is nothing. */
const afterFailure: Readonly<Record<FailedBecause, string | undefined>> = {
  reverted: DID_NOTHING,
  undone: DID_NOTHING,
  replaced: DID_NOTHING,
  cancelled: DID_NOTHING,
  dropped: `The transaction may still be included. ${NOT_SENT_AGAIN}`,
  partly: undefined,
}

/** Every sentence about transactions on their way, but the words of each kind, which stand in `flows/kinds`. */
export const transactionsContent = {
  page: {
    title: 'Transactions',
    recent: 'Recent transactions',
    browse: 'Browse markets',
    none: 'No transactions from this browser yet.',
    kept: 'Stored only in this browser: your last 50 transactions and all unfinished ones.',
    by: (account: string) => `by ${account}`,
    dismissed: 'Dismissed.',
    replaced: 'You started it again later.',
    continueHere: 'Continue',
    continueOnMarket: 'Continue on the market’s page',
  },
  dismiss: 'Dismiss',
  dismissOne: (title: string) => `Dismiss: ${title}`,
  dismissAll: (count: number) => `Dismiss all ${count}`,
  details: 'Details',
  detailsOf: (title: string) => `Details: ${title}`,
  finished: 'Finished',
  executed: 'Executed.',
  executedClaimable: 'Executed. Ready to claim.',
  goToClaim: 'Go to claim',
  /** When an order that was sent executes, as its market is now. */
  waits: {
    at: (clock: string) =>
      `Expected to execute at about ${clock}. After that, claim what you receive.`,
    next: 'Expected to execute at the next rebalance. After that, claim what you receive.',
    waiting: (executes: string) => `${executes}. After that, claim what you receive.`,
    paused: 'The pool is paused: nothing executes until governance unpauses it.',
  },
  step: {
    preparing: 'Preparing…',
    waitingForYou: 'Waiting for you.',
    next: 'Next.',
    simulating: 'Simulating…',
    signing: 'Confirm it in your wallet.',
    searching: 'Searching the chain…',
    alreadyApproved: 'Already approved.',
    done: 'Done.',
    sent: 'Sent. Waiting for confirmation.',
    submitted: 'Waiting for your wallet.',
    missing: 'No node knows this transaction any more. It was probably dropped.',
    unfinished:
      'No node knows this transaction. It may have been replaced; the search for a replacement continues.',
    /** Steps that are done, before the one that isn’t. */
    doneBefore: (steps: string) => `Done: ${steps}. `,
    continue: (step: string) => `Continue: ${step}`,
    tryAgain: (step: string) => `Try again: ${step}`,
    openMarket: 'Open the market’s page',
    failures,
  },
  approvalLeft: (approvals: (text: string) => ReactNode) => (
    <>
      The approval is still active. If you don’t continue, revoke it under{' '}
      {approvals('Approvals in your portfolio')}.
    </>
  ),
  terms: {
    beforeCommit: 'Nothing is committed until you confirm the new figures.',
    notSentAgain: NOT_SENT_AGAIN,
    reject: 'Reject it in your wallet if you don’t accept these figures.',
    afterFailure,
    noProjection: (reason: string) => `This order can no longer be projected: ${reason}.`,
    committed: (count: number) =>
      `${count === 1 ? 'Commit 1 is' : `Commits 1–${count} are`} already sent and can’t be cancelled. Send the rest, or dismiss this order and keep what’s done.`,
    otherAccount:
      'This order belongs to another account. Switch to it to see the current figures and continue.',
    loading: 'Loading current figures…',
    withNewFigures: (label: string) => `${label} with the new figures`,
  },
  unresolved: {
    lostResponse: 'Your wallet’s response was lost.',
    mayBeSent: 'The transaction may still have been sent.',
    warning:
      'If it was sent, sending again would execute it twice. Check your wallet’s activity first.',
    advice:
      'If your wallet shows that you didn’t confirm it, reject any open request. Then you can try again.',
    searchingNow: 'Searching the chain…',
    checked: 'I checked: it wasn’t sent',
    notSent: 'It wasn’t sent',
    signers:
      'Your wallet is a smart contract and this transaction isn’t on chain yet. It may be waiting for other signers; it appears here once they sign. If they rejected it, you can start again.',
    rejected: 'It was rejected',
    checking: 'Checking…',
    /** @param isSent Otherwise it was handed to a wallet that no longer knows it */
    missing: (isSent: boolean) =>
      `${isSent ? 'No node' : 'Your wallet no longer'} knows this transaction. It may still be included, so it wasn’t resent. To rule that out, cancel it in your wallet; the app will detect it. If your wallet no longer lists it, you can start again.`,
    gone: 'It’s no longer in my wallet',
    failedToLoad:
      'Part of the app failed to load. Nothing changed. Check your connection, reload the page and answer again.',
    search: {
      failed:
        'The chain can’t be searched right now: the RPC doesn’t support the required queries.',
      unfinished: 'There are more transactions to check. The search continues.',
      nothing: 'Not on chain yet. This page checks every few seconds.',
      running: 'Searching the chain for it.',
    },
  },
  /** What a finished transaction brought. */
  received: {
    units: { long: 'long', short: 'short', lp: 'LP', other: '' },
    loading: {
      claim: 'Claimed. Loading what you received…',
      swap: 'Swapped. Loading what you received…',
      joinPool: 'Liquidity added. Loading what you received…',
      exitPool: 'Liquidity removed. Loading what you received…',
      claimRewards: 'Claimed. Loading what you received…',
      withdrawStake: 'Withdrawn. Loading what you received…',
      exitFarm: 'Withdrawn. Loading what you received…',
      upkeep: 'Rebalanced. Loading what you earned…',
    },
    done: {
      claim: (amounts: ReactNode) => <>{amounts} claimed to your wallet.</>,
      swap: (amounts: ReactNode) => <>Swapped. You received {amounts}.</>,
      joinPool: (amounts: ReactNode) => <>Liquidity added. You received {amounts}.</>,
      exitPool: (amounts: ReactNode) => <>Liquidity removed. You received {amounts}.</>,
      claimRewards: (amounts: ReactNode) => <>{amounts} claimed to your wallet.</>,
      withdrawStake: (amounts: ReactNode) => <>{amounts} withdrawn to your wallet.</>,
      exitFarm: (amounts: ReactNode) => <>{amounts} withdrawn to your wallet.</>,
      upkeep: (amounts: ReactNode) => <>Rebalanced. You earned {amounts}.</>,
    },
    lastClaim: (amounts: ReactNode) => (
      <>The last claim sent from this browser paid you {amounts}.</>
    ),
  },
  liquidity: {
    /** How amounts of several tokens are listed. */
    list: (amounts: readonly ReactNode[]) =>
      amounts.map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that doesn’t change
        <Fragment key={index}>
          {index === 0 ? '' : index === amounts.length - 1 ? ' and ' : ', '}
          {amount}
        </Fragment>
      )),
    joinPool: {
      loading: 'Liquidity added. Loading what you received…',
      unread: 'Liquidity added. The LP tokens are in your wallet. The amount couldn’t be loaded.',
      done: 'Liquidity added.',
    },
    exitPool: {
      loading: 'Liquidity removed. Loading what you received…',
      unread: 'Liquidity removed. The tokens are in your wallet. The amounts couldn’t be loaded.',
      done: 'Liquidity removed.',
    },
    exact: (received: ReactNode) => <>You received {received}, exactly as quoted.</>,
    other: (received: ReactNode) => <>You received {received}.</>,
    less: (difference: ReactNode, share: string) => (
      <>
        {difference} ({share}) less than quoted, within your slippage.
      </>
    ),
    more: (difference: ReactNode, share: string) => (
      <>
        {difference} ({share}) more than quoted.
      </>
    ),
    lp: 'LP tokens',
  },
  swap: {
    loading: 'Swapped. Loading what you received…',
    unread: 'Swapped. The tokens are in your wallet. The amount couldn’t be loaded.',
    exact: (received: ReactNode) => <>Swapped. You received {received}, exactly as quoted.</>,
    less: (received: ReactNode, difference: ReactNode, share: string) => (
      <>
        Swapped. You received {received}: {difference} ({share}) less than quoted, within your
        slippage.
      </>
    ),
    more: (received: ReactNode, difference: ReactNode, share: string) => (
      <>
        Swapped. You received {received}: {difference} ({share}) more than quoted.
      </>
    ),
  },
  upkeep: {
    unread: 'Rebalance done, but its result couldn’t be loaded:',
    tryAgain: 'Try again',
    loading: 'Loading result…',
    failed: (market: string, reason: string) => `${market}: rebalance failed: “${reason}”.`,
    late: (market: string) => `${market}: already rebalanced by someone else. Nothing was due.`,
    result: (of: {
      market: string
      from: string
      to: string
      long: string
      short: string
      token: string
    }) =>
      `${of.market}: index ${of.from} → ${of.to}, long ${of.long}, short ${of.short} ${of.token}.`,
    earned: (amount: ReactNode) => <>You earned {amount}.</>,
  },
}
