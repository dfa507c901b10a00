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

/** What of a simulation shows a strategy; undefined where none does. */
export const SIMULATED: Readonly<Record<Strategy, 'straddle' | 'hedged' | 'small' | undefined>> = {
  directional: 'small',
  straddle: 'straddle',
  farm: 'small',
  farmHedged: 'hedged',
  hedgeOwned: undefined,
  liquidity: undefined,
}
