/** Every sentence about creating a market. */
export const createContent = {
  title: 'Create a market',
  intro:
    'Anyone can create a market for any token and Chainlink feed. It uses the same factory as all other markets, but it’s unverified: the market list shows it only to those who ask for unverified markets.',
  parameters: 'Parameters',
  review: 'Review and create',
  unresolved: 'Complete or correct the fields first.',
  failing:
    'The network isn’t responding, so these checks may be out of date. Retrying automatically.',
  checking: 'Checking…',
  openMarket: 'Open market',
  fields: {
    token: 'Settlement token',
    feed: 'Oracle feed',
    price: 'Rebalance price',
    kind: 'Oracle type',
    spot: 'Spot',
    sma: 'Moving average (SMA)',
    periods: 'SMA samples',
    sample: 'Sampling interval',
    leverage: 'Leverage',
    interval: 'Update interval',
    front: 'Front-running interval',
    name: 'Name',
    mint: 'Minting fee',
    burn: 'Burning fee',
    eth: 'ETH price feed for keeper rewards (ETH / settlement token)',
  },
  button: {
    create: 'Create market',
    storageBlocked:
      'This browser blocks storage. Keep this page open until the market is created; after a reload the app can’t find your transactions.',
    created:
      'Your market was created. Its page opens as soon as it loads. Dismiss it above to create another.',
    unfinished:
      'You have an unfinished market. Continue or dismiss it above before you create another.',
    waiting:
      'You have an unfinished market. See above what it’s waiting for before you create another.',
    intentTitle: (name: string) => `Create market ${name}`,
  },
  otherAccount: {
    text: (account: string) =>
      `${account} has an unfinished market. Only that account can finish it, because the factory requires the pool to come from the account that deployed its oracle wrapper. You can still create your own.`,
    dismiss: 'Dismiss',
    stays:
      'This stays here until it’s known whether that wallet sent a transaction, so that nothing is sent twice.',
  },
  addresses: {
    title: 'Contract addresses',
    spotWrapper: 'Oracle wrapper',
    smaWrapper: 'SMA oracle',
    pool: 'Pool',
    committer: 'Committer',
    longToken: 'Long token',
    shortToken: 'Short token',
    noAccount:
      'The addresses depend on the account that creates the market. Connect a wallet to see them.',
    unusableToken: 'This token can’t be used as a settlement token, so there are no addresses.',
    note: 'Predicted before anything is sent, from your account’s next nonces and the factory’s CREATE2 salt. If your account sends another transaction first, contracts not yet deployed get different addresses.',
  },
  requirements: {
    title: 'Keeping the market running',
    rebalances:
      'Rebalances. No keeper runs by default. A due rebalance waits until someone performs it, with a keeper bot or the button on the market’s page. The pool pays the account that does it.',
    samples:
      'Samples. The SMA takes a sample only during a rebalance and has no price before the first. Until it’s full, it averages the samples it has.',
    sides:
      'Both sides. While one side is empty, the other can’t gain but still loses when the index moves against it. A straddle mints both sides in one order.',
    token:
      'A standard token. Fee-on-transfer and rebasing tokens break a pool, and this page can’t detect them.',
    role: 'Your role. The creating account can change both fees later and receives a share of the management fee.',
    unverified:
      'Unverified status. Others see this market as unverified: it’s hidden by default, listed last, and needs a checkbox before each order. Anyone who deploys this app can mark it as verified.',
  },
  problems: {
    checksum: 'The address checksum is wrong. Check for a typo.',
    address: 'That isn’t a valid address. An address is 0x followed by 40 hex characters.',
    whole: (max: string) => `Use a whole number from 1 to ${max}.`,
    duration: 'Use a whole number and a unit: 90 s, 5 min, 1 h or 2 d.',
    atLeast: (seconds: number) => `Use at least ${seconds} s.`,
    atMost: (seconds: string) => `Use at most ${seconds} s.`,
    fee: 'Enter a fee of at most 100%.',
    percent: (decimals: number) => `Enter a number with at most ${decimals} decimals.`,
    name: (max: number) => `Use at most ${max} visible characters.`,
  },
  token: {
    missing: 'Enter the settlement token.',
    none: 'There’s no ERC-20 token at this address.',
    unnamed: 'The token',
    decimals: (name: string, decimals: number, max: bigint | number) =>
      `${name} has ${decimals} decimals. The factory accepts at most ${max}.`,
    found: (name: string, decimals: number) => `${name}, ${decimals} decimals.`,
    notTaken: (symbol: string, address: string) =>
      `This isn’t the ${symbol} that other markets use (${address}). Holders of that token can’t use it here.`,
    lookalike: (name: string, address: string) =>
      `This isn’t the ${name} that existing markets settle in (${address}). Holders of that token can’t use it here.`,
  },
  feed: {
    missing: 'Enter the Chainlink feed for the index.',
    none: 'There’s no Chainlink feed at this address.',
    unnamed: 'The feed',
    decimals: (decimals: number, max: bigint | number) =>
      `The feed has ${decimals} decimals. A wrapper accepts at most ${max}.`,
    notPositive: 'The feed’s last price isn’t above zero, so it can’t be used.',
    found: (name: string, price: string, age: string) => `${name}: ${price}, ${age}.`,
    neverUpdated: 'This feed hasn’t published a price yet.',
    stale: (age: string) =>
      `This feed was last updated ${age} ago. An active feed updates at least once a day.`,
    updated: (age: string) => `updated ${age} ago`,
  },
  eth: {
    missing:
      'No market settles in this token yet. Enter a Chainlink feed for the price of 1 ETH in it.',
    none: 'There’s no Chainlink feed or oracle wrapper at this address.',
    zero: 'This feed reports an ETH price of zero or less, so keepers couldn’t be paid.',
    token: 'token',
    price: (price: string, symbol: string) => `Keeper gas is paid at 1 ETH = ${price} ${symbol}`,
    /** @param market Whose contract it is, where it was not entered */
    fromContract: (text: string, market: string | undefined, address: string) =>
      `${text}, according to the contract${market === undefined ? '' : ` of ${market}`} at ${address}. Its owner could drain the pool through keeper rewards. Check it, or enter a Chainlink feed.`,
    fromFeed: (text: string) => `${text}. A wrong price would overpay keepers from the pool.`,
  },
  sma: (span: string, samples: number, rarer: string | undefined) =>
    `Covers ${span} once ${samples} samples are in. Samples are taken only during rebalances${rarer === undefined ? '' : `, at most every ${rarer}`}.`,
  interval: {
    feeTooHigh:
      'The factory would reject this: the management fee for one interval would be 100% or more.',
    rebalance: (interval: string) => `Someone has to perform a rebalance every ${interval}.`,
  },
  front: {
    tooLong: (intervals: number) =>
      `Use at most ${intervals} update intervals. The app can’t show all commits queued further ahead.`,
    shorterThanSma: (span: string) =>
      `Shorter than the SMA window (${span}), so traders know part of the price when they commit. The factory allows it.`,
    none: 'Without a front-running interval, traders can commit at a price they already know.',
    within: (span: string) =>
      `Commits in the last ${span} before a rebalance execute in the one after it.`,
    unprojected: (rebalances: string, most: number) =>
      `Commits execute ${rebalances} rebalances later. The app projects at most ${most} rebalances, so traders wouldn’t see a projection before they commit.`,
    longer: (rebalances: string) =>
      `Longer than the update interval: commits execute ${rebalances} rebalances later.`,
    or: (least: number, most: number) => `${least} or ${most}`,
  },
  maxFee: (name: string, percent: string) => `The maximum ${name} fee is ${percent}.`,
  name: {
    missing: 'Enter a name, for example ETH/USD+USDC.',
    tooLong: (most: number) =>
      `Too long: use at most ${most} characters (A–Z; fewer with other scripts), or token names get cut off.`,
    names: (pool: string, long: string, short: string) =>
      `Pool ${pool}, tokens ${long} and ${short}.`,
    taken: (text: string) =>
      `${text} A market with this name already exists; lists tell them apart by address.`,
    otherToken: (text: string, symbol: string, named: string) =>
      `${text} The part after + should be the settlement token. This market settles in ${symbol}, not ${named}.`,
  },
  fee: {
    none: 'No deployment fee. You only pay network fees.',
    amount: (amount: string) => `Deployment fee: ${amount}`,
    tooLittle: (fee: string, balance: string) => `${fee}. Your wallet has ${balance}.`,
    approve: (fee: string) =>
      `${fee}. You’ll approve exactly this amount before the pool is created.`,
    approved: (fee: string) => `${fee}. Already approved.`,
  },
  creator: {
    contract:
      'Your wallet is a smart contract. Only a regular account (EOA) can create an oracle wrapper.',
    noEth: 'Your wallet has no ETH on this network to pay network fees.',
    same: 'The same account has to create the oracle wrapper and the pool. The factory requires it.',
  },
  duplicate: {
    same: (name: string) =>
      `According to its contracts, this market already exists as ${name}. A second one would split its liquidity. Check it first.`,
    otherFees: (name: string) =>
      `According to its contracts, ${name} is the same market with different fees. The two would compete for liquidity.`,
  },
}
