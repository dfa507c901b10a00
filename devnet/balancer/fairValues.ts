import { type Address, formatUnits } from 'viem'
import { readAnswers, toPrices } from '../controls'
import type { BalancerDeployment, Deployment } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { leveragedPoolAbi, poolCommitterAbi, tokenAbi } from '../protocolAbi'

/** Dollars that one whole token is worth, by its address. */
export type FairValues = ReadonlyMap<Address, number>

/** What every token in Balancer's pools is worth: pool tokens by what stands behind them, others by their feeds. */
export async function readFairValues(
  client: DevnetClient,
  deployment: Deployment,
  { WETH, WBTC }: BalancerDeployment['tokens'],
): Promise<FairValues> {
  const { markets, tokens } = deployment
  const { BTC, ETH, BAL } = toPrices(await readAnswers(client, deployment))
  const usd = { USDC: 1, BAL }
  const values = new Map<Address, number>([
    [tokens.USDC.address, 1],
    [tokens.BAL.address, BAL],
    [WETH.address, ETH],
    [WBTC.address, BTC],
  ])
  const answers = await client.multicall({
    allowFailure: false,
    contracts: markets.flatMap(
      ({ pool, committer, longToken, shortToken }) =>
        [
          { address: pool, abi: leveragedPoolAbi, functionName: 'balances' },
          { address: longToken, abi: tokenAbi, functionName: 'totalSupply' },
          { address: shortToken, abi: tokenAbi, functionName: 'totalSupply' },
          { address: committer, abi: poolCommitterAbi, functionName: 'pendingLongBurnPoolTokens' },
          { address: committer, abi: poolCommitterAbi, functionName: 'pendingShortBurnPoolTokens' },
        ] as const,
    ),
  })
  for (const [index, { longToken, shortToken, settlementSymbol }] of markets.entries()) {
    const [balances, long, short, longBurns, shortBurns] = answers.slice(index * 5) as unknown as [
      readonly [bigint, bigint],
      ...bigint[],
    ]
    const perToken = (balance: bigint, supply = 0n, burned = 0n) =>
      usd[settlementSymbol] * (Number(balance) / Number(supply + burned))
    values.set(longToken, perToken(balances[1], long, longBurns))
    values.set(shortToken, perToken(balances[0], short, shortBurns))
  }
  return values
}

/** Whole tokens, in double precision. */
export function toWhole(amountWei: bigint, decimals: number): number {
  return Number(formatUnits(amountWei, decimals))
}
