import type { BuildName } from '../builds'

/** An edition of the app that has baselines, in the folder of its build's name. */
interface Edition {
  readonly build: BuildName
  /** The market that its screen of a pool shows. */
  readonly market: string
}

/** One more edition is one more line. */
export const EDITIONS: readonly Edition[] = [
  { build: 'neutral', market: '1-BTC/USD+USDC' },
  { build: 'balancer', market: '5-ETH/USD+BAL' },
]
