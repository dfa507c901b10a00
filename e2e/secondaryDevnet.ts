import type { DevnetOptions } from '../devnet/devnetOptions'
import { pickMarkets } from '../devnet/markets'

/** A devnet with Balancer and farms: the same for the build that knows their addresses and for the tests. */
export const SECONDARY_DEVNET: DevnetOptions = {
  pastSec: 0,
  walk: false,
  markets: pickMarkets('1-BTC/USD+USDC', '3-BTC/USD+USDC', '1-ETH/USD+USDC'),
  balancer: true,
  staking: true,
  balancerBots: false,
}
