import type { Address } from 'viem'
import type { DeployedMarket } from './deployment'
import type { DevnetClient } from './devnetClient'
import { leveragedPoolAbi, poolCommitterAbi, tokenAbi } from './protocolAbi'

/** What one account has in one market, and the market's two sides; smallest units. */
export interface Holdings {
  readonly wallet: { readonly long: bigint; readonly short: bigint; readonly settlement: bigint }
  /** Settled and not yet claimed. */
  readonly escrow: { readonly long: bigint; readonly short: bigint; readonly settlement: bigint }
  readonly longBalance: bigint
  readonly shortBalance: bigint
}

/** Reads what an account has in a market, all at one block. */
export async function readHoldings(
  client: DevnetClient,
  market: DeployedMarket,
  account: Address,
): Promise<Holdings> {
  const balanceOf = (address: Address) =>
    ({ address, abi: tokenAbi, functionName: 'balanceOf', args: [account] }) as const
  const [long, short, settlement, aggregate, [shortBalance, longBalance]] = await client.multicall({
    allowFailure: false,
    contracts: [
      balanceOf(market.longToken),
      balanceOf(market.shortToken),
      balanceOf(market.settlementToken),
      {
        address: market.committer,
        abi: poolCommitterAbi,
        functionName: 'getAggregateBalance',
        args: [account],
      },
      { address: market.pool, abi: leveragedPoolAbi, functionName: 'balances' },
    ],
  })
  return {
    wallet: { long, short, settlement },
    escrow: {
      long: aggregate.longTokens,
      short: aggregate.shortTokens,
      settlement: aggregate.settlementTokens,
    },
    longBalance,
    shortBalance,
  }
}
