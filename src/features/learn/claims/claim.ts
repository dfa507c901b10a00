/** The three articles, by the names the table gives them. */
export const SOURCES = {
  grip: 'Grip (Clayming Space)',
  explained: 'Tracer DAO: Explained',
  balancer: 'Balancer proposal',
}

export type Source = keyof typeof SOURCES

/** How a claim compares with the deployed V2 contracts. */
export const VERDICTS = {
  holds: 'Holds',
  partly: 'Partly true',
  no: 'Doesn’t hold',
  unverifiable: 'Not verifiable on chain',
}

export type Verdict = keyof typeof VERDICTS

/** The topics of the page, in reading order, with what links call them. */
export const TOPIC_TITLES = {
  pools: 'Two sides, one pool',
  powerLeverage: 'Power leverage',
  rebalancingRate: 'Rebalancing rate',
  skew: 'Skew',
  effectiveLeverage: 'Effective leverage on gains',
  queue: 'The queue',
  sma: 'Simple moving average (SMA)',
  decay: 'Volatility decay',
  escrow: 'Escrow',
  keeper: 'Keepers',
  claims: 'Articles and contracts',
}

export type LearnTopic = keyof typeof TOPIC_TITLES

/** Pages of the app that show what a claim is about; a pool's tabs and its liquidity are those of the first listed pool. */
export const PAGES = {
  '/': 'Markets',
  '/portfolio': 'Portfolio',
  '/bridge': 'Bridge',
  '/create': 'Create a market',
  '/treasury': 'Fees',
  '/stake': 'Stake',
  '/lab': 'Lab: replay',
  '/lab/simulate': 'Lab: simulation',
  '/lab/decay': 'Lab: volatility decay',
  '/lab/strategies': 'Lab: strategies',
  'liquidity:': 'A market’s liquidity',
  'pool:': 'A pool: order form',
  'pool:sides': 'A pool: sides',
  'pool:queue': 'A pool: queue',
  'pool:history': 'A pool: rebalances',
  'pool:parameters': 'A pool: parameters',
  'pool:contracts': 'A pool: contracts',
}

/** Where the app shows it; `none` where it does not. */
export type Place = keyof typeof PAGES | `topic:${LearnTopic}` | 'none'

/** What an article says, what the contracts do, and where the app shows it. */
export interface Claim {
  readonly claim: string
  readonly sources: readonly Source[]
  readonly verdict: Verdict
  readonly fact: string
  readonly place: Place
}

export interface ClaimGroup {
  readonly title: string
  readonly claims: readonly Claim[]
}
