import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../accounts'
import { setPrice } from '../controls'
import type { BalancerDeployment } from '../deployment'
import type { Devnet } from '../devnet'
import { pickMarkets } from '../markets'
import { startQuietDevnet } from '../quietDevnet'
import { createBalancerBots } from './balancerBots'
import { readFairValues } from './fairValues'
import { readPoolState } from './poolState'

let devnet: Devnet
let balancer: BalancerDeployment

beforeAll(async () => {
  devnet = await startQuietDevnet({
    markets: pickMarkets('1-BTC/USD+USDC', '1-ETH/USD+USDC', '5-ETH/USD+BAL'),
    balancer: true,
    balancerBots: false,
  })
  if (devnet.deployment.balancer === undefined) throw new Error('Balancer was not deployed')
  balancer = devnet.deployment.balancer
}, 60_000)
afterAll(() => devnet?.stop())

/** The largest difference between what two tokens of a pool are worth in it and elsewhere, as a fraction. */
async function mispricings(): Promise<readonly number[]> {
  const { client, deployment } = devnet
  const values = await readFairValues(client, deployment, balancer.tokens)
  const account = accountAddress('Market maker')
  const states = await Promise.all(
    balancer.pools.map((pool) => readPoolState(client, balancer.vault, pool, values, account)),
  )
  return states.map(({ tokens }) => {
    const worth = tokens.map(({ balance, weight, usd }) => (balance * usd) / weight)
    return Math.max(...worth) / Math.min(...worth) - 1
  })
}

describe('Balancer on the devnet', () => {
  it('has a pool for each market, at fair prices, one a hop away from its settlement token', async () => {
    const { deployment } = devnet
    expect(balancer.pools.map(({ market }) => market)).toEqual([
      undefined,
      ...deployment.markets.map(({ name }) => name),
    ])
    for (const market of deployment.markets) {
      const pool = balancer.pools.find(({ market: name }) => name === market.name)
      const third = market.name.startsWith('1-ETH')
        ? balancer.tokens.WETH.address
        : market.settlementToken
      expect([...(pool?.tokens ?? [])].sort()).toEqual(
        [market.longToken, market.shortToken, third].sort(),
      )
    }
    for (const off of await mispricings()) expect(off).toBeLessThan(1e-4)
  })

  it('follows a price with a lag, and sees trades', async () => {
    const { client, deployment } = devnet
    const bots = createBalancerBots(client, deployment, balancer)
    await bots.beat(1_000)
    await setPrice(client, deployment, 'ETH', 4_500)
    await bots.beat(1_005)
    const before = await mispricings()
    expect(Math.max(...before)).toBeGreaterThan(0.05)
    await bots.beat(1_015)
    // What the arbitrageur acts on is from before the price changed.
    expect((await mispricings())[0]).toBeCloseTo(before[0] ?? 0, 2)
    for (let nowSec = 1_020; nowSec < 1_060; nowSec += 5) await bots.beat(nowSec)
    // Within the fee, the threshold, and what the last trades moved.
    for (const off of await mispricings()) expect(off).toBeLessThan(0.03)
  })
})
