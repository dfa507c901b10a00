interface UnknownPartText {
  /** What it is. */
  readonly label: string
  /** What harm it can do, as a sentence. */
  readonly takes: string
  /** The same in a few words, after “can”. */
  readonly can: string
}

const TEXTS = {
  settlementToken: {
    label: 'Settlement token',
    takes:
      'Its issuer may be able to mint, freeze or seize it. What you pay in and receive may be worthless.',
    can: 'be minted, frozen or seized',
  },
  feed: {
    label: 'Price feed',
    takes:
      'The owner of this feed sets the price and can move almost all funds from one side to the other.',
    can: 'drain your side by setting the price',
  },
  oracle: {
    label: 'Oracle contract',
    takes:
      'Its code isn’t the published code. It can report any price and move almost all funds from one side to the other.',
    can: 'drain your side by setting the price',
  },
  oracleKeeper: {
    label: 'Keeper of the SMA oracle',
    takes:
      'It decides when samples are taken. It can choose the prices in the average, or stop rebalances permanently, so that queued commits never execute.',
    can: 'choose the samples or stop rebalances permanently',
  },
  oracleGovernance: {
    label: 'Governance of the SMA oracle',
    takes:
      'It decides who takes samples. It can influence the prices in the average, or stop rebalances permanently, so that queued commits never execute.',
    can: 'influence the samples or stop rebalances permanently',
  },
  settlementEthOracle: {
    label: 'ETH price for keeper rewards',
    takes: 'Its owner can raise a keeper reward to the balances of both sides together.',
    can: 'drain both sides through a keeper reward',
  },
  feeController: {
    label: 'Fee controller',
    takes:
      'It can set the minting fee to almost 100% and the burning fee to 10% at any time. The minting fee also applies to executed flips that aren’t claimed yet.',
    can: 'set the minting fee to almost 100%, also for executed flips that aren’t claimed',
  },
  mintingFeeStep: {
    label: 'Variable minting fee',
    takes:
      'The minting fee changes automatically at every rebalance, up to almost 100%. It also applies to executed flips that aren’t claimed yet.',
    can: 'raise the minting fee at every rebalance, also for executed flips that aren’t claimed',
  },
  keeper: {
    label: 'Keeper contract',
    takes:
      'It isn’t the factory’s keeper. It sets the rebalance price and can pay itself from both sides.',
    can: 'set the price and drain both sides',
  },
  name: {
    label: 'Name',
    takes:
      'It names an index or settlement token this market doesn’t use, or copies a known market’s name.',
    can: 'mislead you about which market you trade',
  },
  factory: {
    label: 'Factory',
    takes:
      'Only the RPC claims that a deprecated factory deployed it. Nothing proves that its contracts are the published ones.',
    can: 'be any contract',
  },
  unchecked: {
    label: 'Verification',
    takes: 'Verification couldn’t load. Reload the page.',
    can: 'not be checked (reload the page)',
  },
} as const satisfies Record<string, UnknownPartText>

/** What a component of a market is, and what harm it can do when it is unverified. */
export function describeUnverifiedComponent(kind: keyof typeof TEXTS): UnknownPartText {
  return TEXTS[kind]
}
