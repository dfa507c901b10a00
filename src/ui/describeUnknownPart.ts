interface UnknownPartText {
  /** What it is. */
  readonly label: string
  /** What it can take, as a sentence. */
  readonly takes: string
  /** The same in a few words, after “can”. */
  readonly can: string
}

const TEXTS = {
  settlementToken: {
    label: 'Settlement token',
    takes:
      'Whoever made it may mint it, freeze it or take it back. What you pay in and get out may be worth nothing.',
    can: 'be minted, frozen or taken back',
  },
  feed: {
    label: 'Price feed',
    takes:
      'Whoever writes it sets the price, and with it can move nearly all the money of one side to the other.',
    can: 'take your whole side by its price',
  },
  oracle: {
    label: 'Oracle contract',
    takes:
      'Its code is not the published one. It can give any price, and with it move nearly all the money of one side to the other.',
    can: 'take your whole side by its price',
  },
  oracleKeeper: {
    label: 'Keeper of the averaging oracle',
    takes:
      'It decides when samples are taken. It can pick the prices that make up the average, or stop rebalances for good, so that nothing queued ever executes.',
    can: 'pick the samples, or stop rebalances for good',
  },
  oracleGovernance: {
    label: 'Governance of the averaging oracle',
    takes:
      'It decides who takes samples. It can have the prices that make up the average picked, or stop rebalances for good, so that nothing queued ever executes.',
    can: 'have samples picked, or stop rebalances for good',
  },
  settlementEthOracle: {
    label: 'ETH price that keepers are paid by',
    takes:
      'Whoever controls it can make one keeper’s reward as large as both sides’ balances together.',
    can: 'pay a keeper both sides’ balances',
  },
  feeController: {
    label: 'Fee controller',
    takes:
      'It can set the minting fee to nearly 100% and the burning fee to 10% at any time. The minting fee is then also taken from flips that have executed and are not claimed yet.',
    can: 'set the minting fee to nearly 100%, also for flips already executed',
  },
  mintingFeeStep: {
    label: 'Moving minting fee',
    takes:
      'The minting fee moves at every rebalance, up to nearly 100%, without anybody setting it. It is also taken from flips that have executed and are not claimed yet.',
    can: 'raise the minting fee at every rebalance, also for flips already executed',
  },
  keeper: {
    label: 'Keeper contract',
    takes:
      'It is not the factory’s. It says at which price the pool rebalances, and can pay itself from both sides.',
    can: 'set the price, and take both sides’ balances',
  },
  name: {
    label: 'Name',
    takes:
      'It names another index or settlement token than the market has, or is the name of a market that this page knows.',
    can: 'make you trade another market than you think',
  },
  factory: {
    label: 'Factory',
    takes:
      'Only the node says that an earlier factory made it: nothing proves that its contracts are the published ones.',
    can: 'be anybody’s contract',
  },
  unchecked: {
    label: 'Everything',
    takes: 'The code that checks markets could not be loaded. Reload the page to try again.',
    can: 'not be checked: reload the page',
  },
} as const satisfies Record<string, UnknownPartText>

/** What a part of a market is, and what it can take when it is a stranger's. */
export function describeUnknownPart(kind: keyof typeof TEXTS): UnknownPartText {
  return TEXTS[kind]
}
