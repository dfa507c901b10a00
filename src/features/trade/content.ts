import type { Action, Source } from './orderForm'

const holds: Readonly<Record<Source, string>> = {
  wallet: 'Your wallet holds',
  escrow: 'Your escrow holds',
  both: 'Your wallet and escrow hold',
}

/** Every sentence and label of the ticket and of what belongs to it. */
export const tradeContent = {
  title: 'Trade',

  choices: {
    action: 'Action',
    side: 'Side',
    mint: 'Mint',
    burn: 'Burn',
    flip: 'Flip',
    long: 'Long',
    short: 'Short',
    both: 'Both',
    bothSides: 'Both sides',
    toShort: 'To short',
    toLong: 'To long',
    longToShort: 'Long to short',
    shortToLong: 'Short to long',
  },

  amount: {
    label: 'Amount',
    unit: 'Unit',
    max: 'Max',
    places: {
      wallet: 'Wallet',
      escrow: 'Escrow',
      both: 'Wallet + escrow',
    } satisfies Readonly<Record<Source, string>>,
    tokens: (side: string) => `${side} tokens`,
    legs: (count: number, list: string) => `${count} commits: ${list}`,
    fromEscrow: 'from escrow',
    fromWallet: 'from wallet',
    takeEscrow: (amount: string) => `${amount} in escrow: use it`,
    estimated: (total: string) => `${total}, estimated at the projected price`,
  },

  problem: {
    tooMuch: (source: Source, amount: string, symbol: string) =>
      `Not enough ${symbol}. ${holds[source]} ${amount} ${symbol}.`,
    nothing: (source: Source, symbol: string) => `${holds[source]} no ${symbol}.`,
    over100: 'You can’t use more than 100%.',
    noBalance: 'Connect a wallet to use a percentage of your balance.',
    noEstimate: 'No projected price available. Enter the amount you pay instead.',
    percentDecimals: 'Use at most two decimals for a percentage.',
    receivedDecimals: (decimals: number) =>
      `The amount you receive has at most ${decimals} decimals.`,
    noFeesCheck:
      'Without a projection the app can’t check fees before you send. Only burns are available.',
  },

  titles: {
    mint: (token: string, paid: string) => `Mint ${token} with ${paid}`,
    burn: (paid: string) => `Burn ${paid}`,
    flip: (paid: string, side: string) => `Flip ${paid} to ${side}`,
    straddle: (pool: string, paid: string) => `Straddle ${pool} with ${paid}`,
  },

  summary: {
    receive: 'You receive (projected)',
    receiveAt: (block: bigint) => `You receive (projected at block ${block})`,
    receiveHint:
      'At the price of the rebalance that executes your commit, if the index doesn’t move. The queue and all fees are included; keeper rewards are estimated.',
    fees: 'Fees',
    feesHint:
      'Minting fee + burning fee of this order. Details are under “Price, fees and impact”.',
    networkFee: '+ network fee',
    networkFeeAndClaim: (eth: string) => `+ network fee and ${eth} ETH auto-claim`,
    exitFee: (percent: string) => `${percent} burning fee when you exit`,
    executes: (clock: string, wait: string, left: string) =>
      `Executes at about ${clock} (in ${wait}) if you commit within ${left}`,
    executesNext: (left: string) => `Executes in the next rebalance if you commit within ${left}`,
    executesUnknown: 'Execution time unknown until the network responds',
    executesHint: (interval: bigint) =>
      `Earliest time; later if the keeper is late. Your commit counts from the block that includes it, not from the click. Interval ${interval}.`,
    noProjection: (reason: string) => `No projection: ${reason}.`,
    timeStillApplies:
      'Interval and time still apply: if the interval changes before you send, nothing is sent.',
  },

  options: {
    title: 'Options',
    source: 'Pay from',
    sources: {
      wallet: 'Wallet',
      escrow: 'Escrow',
      both: 'Both',
    } satisfies Readonly<Record<Source, string>>,
    from: {
      wallet: 'From wallet',
      escrow: 'From escrow',
      both: 'From escrow, then wallet',
    } satisfies Readonly<Record<Source, string>>,
    onlyWallet: 'Wallet: there is nothing in escrow to pay from.',
    approval: 'Approval',
    approvals: { exact: 'This order only', unlimited: 'Unlimited' },
    approvalState: {
      exact: 'exact approval',
      unlimited: 'unlimited approval',
      approved: 'already approved',
    },
    approvalMeaning: {
      exact: 'The pool can spend only this order’s amount. Each mint needs a new approval.',
      unlimited:
        'Later mints need no approval, but the pool’s contract can spend any amount from your wallet until you revoke it.',
    },
    approved: 'The pool may already spend this amount: no approval is needed.',
    seeApprovals: 'See your approvals',
    straddle: 'Straddle',
    straddleState: 'straddle',
    noAutoClaim: 'no auto-claim',
    autoClaimOf: (eth: string) => `auto-claim for ${eth} ETH`,
    autoClaimOpen: 'auto-claim needs your input',
  },

  meaning: {
    flip: 'Burns one side’s tokens and mints the other’s in the same rebalance.',
    straddle:
      'Mints equal value of long and short: two commits for the same interval. If your wallet can’t batch them, you confirm each one. If the second misses the interval, you hold only one side until you confirm again.',
  } satisfies Readonly<Partial<Record<Action, string>>>,

  autoClaim: {
    label: 'Auto-claim',
    for: 'for',
    unit: 'ETH',
    field: 'Reward for the claim, in ETH',
    offer: (eth: string) => `Offer ${eth} ETH`,
    meaning:
      'A claim bot sends the tokens to your wallet and earns this ETH. If no bot runs, you have to claim yourself.',
    hasQueued:
      'You have pending commits. If one already pays for auto-claim in an earlier rebalance, this ETH is added to it and this order’s tokens stay in escrow until you claim.',
    loadingCost: 'Estimating claim cost…',
    notEnoughEth: (eth: string) =>
      `Your wallet has ${eth} ETH and needs some for the network fee. Offer less.`,
    cost: (eth: string) => `A claim currently costs about ${eth} ETH.`,
    isMuch: (eth: string) => `The account that claims first gets ${eth} ETH.`,
    isFromLink: (eth: string) => `The link you opened set this reward of ${eth} ETH.`,
    tooLarge: 'That’s above the maximum.',
    enter: 'Enter an ETH amount, for example 0.001, or turn off auto-claim.',
  },

  notices: {
    more: (count: number) => `+${count} more`,
    less: 'Show less',
    watching: 'You’re watching this account, so you can’t trade for it.',
    paused: 'This pool is paused. You can’t commit right now.',
    claimsPaused:
      'Claims are paused in this pool, so you couldn’t claim what you commit. Committing is disabled.',
    queueFull:
      'You have commits in 15 intervals of this pool. The contract can lose tokens from a sixteenth, so committing is disabled. Wait for a rebalance, claim, then commit.',
    queueLast:
      'This uses the last of 15 intervals you can safely queue in this pool. Claim after the next rebalance before you commit again.',
    notStored:
      'This browser blocks storage. Keep this page open until your transaction is confirmed; after a reload the app can’t find it.',
    bal: 'BAL in a pool can’t vote: Balancer counts only wallet balances. It can vote again after you burn and claim.',
    nothingSent: 'Nothing was sent. Check the new figures: your next click commits at them.',
  },

  consent: {
    title: 'This market is unverified. Check before you trade:',
    trust: (parts: number) =>
      `I trust ${parts === 1 ? 'this component' : `these ${parts} components`} with my funds`,
  },

  submit: {
    atNewFigures: (label: string) => `${label} at the new figures`,
    checking: 'Checking the network…',
    enterAmount: 'Enter an amount',
    notEnough: (unit: string) => `Not enough ${unit}`,
    checkAmount: 'Check the amount',
    order: {
      mint: (side: string) => `Mint ${side}`,
      burn: (side: string) => `Burn ${side}`,
      flip: (side: string) => `Flip to ${side}`,
      straddle: () => 'Mint both sides',
    },
    approveAnd: (order: string) => `Approve and ${order.charAt(0).toLowerCase()}${order.slice(1)}`,
    failed: 'Something went wrong. Nothing was sent. Reload the page and try again.',
    changed: 'You changed the order during the check. Nothing was sent.',
    noAnswer: (block: bigint) =>
      `The network didn’t respond; these figures are from block ${block}. Nothing was sent. Try again.`,
    unreachable: 'Network not responding',
    figuresOf: (block: bigint) =>
      `These figures are from block ${block}. You can commit once the network responds.`,
    inProgress: 'A transaction is in progress. See its steps below.',
    final:
      'Commits can’t be cancelled. They execute at the price of their rebalance, not the current price.',
  },

  details: {
    effects: 'Price, fees and impact',
    ladder: 'If the index moves',
    nowOrLater: 'This interval vs. the next',
  },

  effects: {
    earliest: 'Earliest execution',
    interval: 'Interval',
    in: (clock: string, wait: string) => `${clock}, in ${wait}`,
    price: (side: 'long' | 'short') =>
      `${side === 'long' ? 'Long' : 'Short'} token price, now → at execution`,
    mintingFee: 'Minting fee',
    burningFee: 'Burning fee',
    managementFee: 'Management fee until execution',
    managementFeeHint: 'Charged to pool tokens at every rebalance. Queued mints don’t pay it.',
    networkFee: 'Network fee (est.)',
    networkFeeHint: 'At the current gas price. Your wallet sets the final fee.',
    networkFeeUsual: (commits: number) =>
      `for one approval and ${commits === 1 ? 'one commit' : `${commits} commits`}`,
    skew: 'Skew, without → with this order',
    longLeverage: 'Longs’ leverage on gains',
    shortLeverage: 'Shorts’ leverage on gains',
    none: 'none',
  },

  ladder: {
    empty: 'Enter an amount to see its outcome.',
    noProjection: (reason: string) => `No projection: ${reason}.`,
    noBreakEven: (reason: string) => `No break-even: ${reason}.`,
    noFutureValue: (reason: string) => `Future value can’t be projected: ${reason}.`,
    chart: (symbol: string) => `Order value in ${symbol} by index move`,
    paid: (amount: string) => `paid ${amount}`,
    worthNow: (amount: string) => `worth ${amount} now`,
    index: 'Index',
    receive: 'You receive, if it moves before',
    valueAfter: (symbol: string) => `Value (${symbol}), if it moves after`,
    long: 'Long',
    short: 'Short',
    both: (symbol: string) => `Both (${symbol})`,
    breakEven: (isBurn: boolean) => (isBurn ? 'Pays the current value' : 'Break-even'),
    breakEvenNow: (what: string) => `${what}: at the current index.`,
    breakEvenNever: (what: string) => `${what}: not within a 50% move.`,
    lower: (move: string) => `${move} or lower`,
    higher: (move: string) => `${move} or higher`,
    breakEvenAt: (what: string, moves: readonly string[]) =>
      `${what}: index ${moves.join(' or ')}.`,
    after: 'After',
    eachValue: 'Each value',
    receiveAssumes:
      'Before: the index makes this move before the next rebalance, then stays there.',
    valueAssumes: (what: string) =>
      `${what}: the index makes this move between execution and the rebalance after it, and you burn everything at that rebalance, fee included.`,
    valueAssumesSma: (what: string, time: string) =>
      `${what}: the index makes this move right after execution and stays there, and you burn everything, fee included, once the SMA has caught up (${time} after execution).`,
  },

  nowOrLater: {
    now: 'This interval',
    later: 'Next interval',
    interval: 'Interval',
    earliest: 'Earliest execution',
    receive: 'You receive',
    same: (earliest: string) => `Earliest execution is the same for both: ${earliest}.`,
    cutOff: (clock: string) =>
      `Cut-off: ${clock}. Your commit counts from the block that includes it, not from the click.`,
  },

  guide: {
    title: 'Your first mint',
    step: (index: number, count: number, name: string) => `Step ${index} of ${count}: ${name}`,
    hide: 'Hide',
    hideLabel: 'Hide this guide',
    done: 'Done',
    names: {
      connect: 'Connect your wallet',
      fund: (symbol: string) => `Get ${symbol} and ETH`,
      choose: 'Enter an amount',
      approve: 'Approve',
      commit: 'Commit',
      wait: 'Wait for the rebalance',
      claim: 'Claim your tokens',
    },
    connect:
      'Your wallet holds your funds and signs transactions. You can browse without one, and connecting moves nothing.',
    fund: (symbol: string, chain: string) =>
      `Minting takes ${symbol} on ${chain}, and a little ETH there for network fees. The bridge page shows what this wallet has and where.`,
    choose:
      'Long gains when the index rises, short when it falls. What you receive, when, and the fees are shown below the amount before you commit.',
    approveExact: 'Approve the pool to spend exactly this amount. No tokens move yet.',
    approveUnlimited:
      'Approve the pool to spend any amount, as you chose in Options. No tokens move yet.',
    commit: (interval: string) =>
      `This adds your order to the queue. It can’t be cancelled. Orders close ${interval} before the rebalance that prices them, so that no one can trade at a price they already know.`,
    wait: 'Your order executes at its rebalance’s price. You can close this page.',
    waitUntil: (clock: string, wait: string) =>
      `Your order executes at its rebalance’s price, at about ${clock} (in ${wait}) at the earliest. You can close this page.`,
    claim:
      'Your position is open. Claim to move the tokens to your wallet, or leave them in escrow and burn or flip from there.',
  },
} as const
