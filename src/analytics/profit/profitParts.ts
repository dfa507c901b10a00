/** What a change in value is made of. Settlement units; the parts add up to the whole. */
export interface ProfitParts {
  /** What one single rebalance over the whole move of the index would have brought in a pool with equal sides. */
  readonly direction: bigint
  /** What the way there has added or cost against that: volatility decay. */
  readonly path: bigint
  /** What the sides’ unequal size has added or cost. */
  readonly skew: bigint
  readonly managementFee: bigint
  /** What keepers were paid out of the side. */
  readonly keepers: bigint
  /** What others’ minting and burning fees, and leftovers of a side without tokens, have brought. */
  readonly others: bigint
  /** The own minting and burning fees. */
  readonly ownFees: bigint
  /** What swaps have paid below the pool's value, or brought above it; negative where it was the other way. */
  readonly premium: bigint
  /** What liquidity has brought: swap fees, less what divergence cost. */
  readonly liquidity: bigint
  /** What the contracts round off when they mint and burn. */
  readonly rounding: bigint
}

export const NO_PARTS: ProfitParts = {
  direction: 0n,
  path: 0n,
  skew: 0n,
  managementFee: 0n,
  keepers: 0n,
  others: 0n,
  ownFees: 0n,
  premium: 0n,
  liquidity: 0n,
  rounding: 0n,
}

export const PART_NAMES = Object.keys(NO_PARTS) as readonly (keyof ProfitParts)[]

export function addParts(a: ProfitParts, b: ProfitParts): ProfitParts {
  return mapParts((name) => a[name] + b[name])
}

/** The whole. */
export function sumParts(parts: ProfitParts): bigint {
  return PART_NAMES.reduce((sum, name) => sum + parts[name], 0n)
}

/** Without its sign. */
export function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value
}

function mapParts(value: (name: keyof ProfitParts) => bigint): ProfitParts {
  return Object.fromEntries(PART_NAMES.map((name) => [name, value(name)])) as unknown as ProfitParts
}
