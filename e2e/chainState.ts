import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { erc20Abi, poolCommitterAbi } from '../src/chain/abi'

/** What an account has in a market, read from the contracts one by one: the tests' own eyes. */
export interface Holdings {
  readonly settlement: bigint
  readonly allowance: bigint
  readonly long: bigint
  readonly short: bigint
  readonly escrow: {
    readonly longTokens: bigint
    readonly shortTokens: bigint
    readonly settlementTokens: bigint
  }
}

export async function holdingsOf(
  { client }: Devnet,
  market: DeployedMarket,
  account: Address,
): Promise<Holdings> {
  const balance = (address: Address) =>
    readContract(client, { address, abi: erc20Abi, functionName: 'balanceOf', args: [account] })
  const [settlement, long, short, allowance, escrow] = await Promise.all([
    balance(market.settlementToken),
    balance(market.longToken),
    balance(market.shortToken),
    readContract(client, {
      address: market.settlementToken,
      abi: erc20Abi,
      functionName: 'allowance',
      args: [account, market.pool],
    }),
    readContract(client, {
      address: market.committer,
      abi: poolCommitterAbi,
      functionName: 'getAggregateBalance',
      args: [account],
    }),
  ])
  return { settlement, long, short, allowance, escrow }
}

/** Moves the clock past the market's next upkeeps, which the devnet's keeper then performs. */
export async function passUpkeeps(
  devnet: Devnet,
  market: DeployedMarket,
  count = 1,
): Promise<void> {
  const id = () =>
    readContract(devnet.client, {
      address: market.committer,
      abi: poolCommitterAbi,
      functionName: 'updateIntervalId',
    })
  const target = (await id()) + BigInt(count)
  while ((await id()) < target) {
    await devnet.increaseTime(market.updateIntervalSec)
    await devnet.upkeep([market.pool])
  }
}
