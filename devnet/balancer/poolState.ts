import type { Address } from 'viem'
import { vaultAbi } from '../../src/chain/balancer/balancerAbi'
import type { DeployedBalancerPool } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { tokenAbi } from '../protocolAbi'
import { type FairValues, toWhole } from './fairValues'
import type { PooledToken } from './swapPlan'

/** A pool as a bot sees it. */
export interface PoolState {
  readonly pool: DeployedBalancerPool
  readonly tokens: readonly (PooledToken & {
    readonly address: Address
    readonly decimals: number
  })[]
}

/** Reads what is in a pool, and what an account has of its tokens. */
export async function readPoolState(
  client: DevnetClient,
  vault: Address,
  pool: DeployedBalancerPool,
  values: FairValues,
  account: Address,
): Promise<PoolState> {
  const [[, balances], held, decimals] = await Promise.all([
    client.readContract({
      address: vault,
      abi: vaultAbi,
      functionName: 'getPoolTokens',
      args: [pool.id],
    }),
    client.multicall({
      allowFailure: false,
      contracts: pool.tokens.map(
        (address) =>
          ({ address, abi: tokenAbi, functionName: 'balanceOf', args: [account] }) as const,
      ),
    }),
    client.multicall({
      allowFailure: false,
      contracts: pool.tokens.map(
        (address) => ({ address, abi: tokenAbi, functionName: 'decimals' }) as const,
      ),
    }),
  ])
  const tokens = pool.tokens.map((address, index) => ({
    address,
    decimals: decimals[index] ?? 0,
    balance: toWhole(balances[index] ?? 0n, decimals[index] ?? 0),
    weight: pool.weights[index] ?? 0,
    usd: values.get(address) ?? 0,
    // A little less: in double precision all of it could be more than there is.
    held: toWhole(held[index] ?? 0n, decimals[index] ?? 0) * 0.999,
  }))
  return { pool, tokens }
}
