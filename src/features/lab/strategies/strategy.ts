/** Every strategy that the lab explains. */
export const STRATEGIES = [
  'directional',
  'straddle',
  'farm',
  'farmHedged',
  'hedgeOwned',
  'liquidity',
] as const

export type Strategy = (typeof STRATEGIES)[number]

/** The position whose simulation shows a strategy; `small` is the side that the skew pays. */
export const SIMULATED = {
  directional: 'long',
  straddle: 'straddle',
  farm: 'small',
  farmHedged: 'hedged',
  hedgeOwned: 'owned',
  liquidity: 'liquidity',
} as const satisfies Readonly<Record<Strategy, string>>
