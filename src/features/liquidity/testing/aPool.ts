import { type Address, pad } from 'viem'
import type { PooledToken } from '../../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { SAMPLE_POOL } from '../../../protocol/testing/samplePool'
import { WAD } from '../../../protocol/wad'
import { type LiquidityPool, toLiquidityPool } from '../liquidityPool'

const addressAt = (place: number): Address => `0x${place.toString(16).padStart(40, '0')}`
const token = (place: number, symbol: string) => ({
  address: addressAt(place),
  symbol,
  decimals: 6,
})
const [LONG, SHORT, USDC] = [token(1, '3L-BTC'), token(2, '3S-BTC'), token(3, 'USDC')]

const MARKET = {
  facts: {
    ...{ address: addressAt(50), name: '3-BTC', deprecated: false },
    ...{ longToken: LONG, shortToken: SHORT, settlementToken: USDC },
  },
  snapshot: SAMPLE_POOL,
  unverifiedComponents: [],
} as unknown as PoolAtBlock

/** A pool of a market's long and short token and a third one, with a thousand of each, of which the account has ten. */
export function aPool(third = USDC): LiquidityPool {
  const pooled = (facts: typeof USDC, percent: bigint): PooledToken => ({
    ...{ ...facts, held: 10_000_000n, allowance: 0n, balance: 1_000_000_000n },
    weightWad: (WAD * percent) / 100n,
  })
  const lp = {
    ...{ address: addressAt(10), id: pad(addressAt(10), { dir: 'right', size: 32 }) },
    tokens: [pooled(LONG, 33n), pooled(third, 34n), pooled(SHORT, 33n)],
    ...{ swapFeeWad: (3n * WAD) / 1_000n, totalSupply: 900n * WAD, held: 9n * WAD },
    ...{ paused: false, lastChangeBlock: 1n },
  }
  return toLiquidityPool(lp, MARKET, 7n)
}

/** A third token that is not the market's own. */
export const WETH = token(4, 'WETH')
