import { CommitType } from '../src/protocol/commitType'
import { accountAddress } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import { Deployer } from './deployer'
import { queueMarket, readMarkets } from './deployMarkets'
import type { DeployedMarket } from './deployment'
import type { Protocol } from './deployProtocol'
import type { DevnetClient } from './devnetClient'
import type { MarketSpec } from './markets'
import type { DeploymentPlan } from './schedule'
import type { Timeline } from './timeline'
import { approveTransaction, commitTransaction, mintTokensTransaction, toWei } from './transactions'

/** Who makes the first mints of a side, and with which part of it. */
const SEEDERS = {
  long: [
    ['Dora', 0.55],
    ['Frida', 0.3],
    ['Gustav', 0.15],
  ],
  short: [
    ['Emil', 0.5],
    ['Gustav', 0.3],
    ['Frida', 0.2],
  ],
} as const

const PERSON_FUNDS = { USDC: 50_000, BAL: 20_000 }
const BOT_FUNDS = { USDC: 5_000_000, BAL: 2_000_000 }

/** Queues the first balances of people and bots; the newcomer has none. */
export function queueFunds(blocks: BlockBuilder, protocol: Protocol): void {
  const faucet = accountAddress('Faucet')
  const fund = (name: string, funds: typeof PERSON_FUNDS) => {
    for (const symbol of ['USDC', 'BAL'] as const) {
      const token = protocol.tokens[symbol]
      const amountWei = toWei(funds[symbol], token.decimals)
      blocks.add(mintTokensTransaction(faucet, token, accountAddress(name), amountWei))
    }
  }
  for (const name of ['Alice', 'Bob', 'Carol']) fund(name, PERSON_FUNDS)
  for (const name of ['Dora', 'Emil', 'Frida', 'Gustav']) fund(name, BOT_FUNDS)
}

/**
 * Deploys markets as planned and, unless `empty`, queues the first mints of both sides one second
 * later. Pools deployed before are kept up meanwhile.
 *
 * @returns The markets in the order of the plan, which is the factory's
 * @throws Error when the chain does not show a market as it was declared
 */
export async function deployMarkets(
  client: DevnetClient,
  blocks: BlockBuilder,
  protocol: Protocol,
  timeline: Timeline,
  plan: readonly DeploymentPlan[],
  empty: boolean,
): Promise<readonly DeployedMarket[]> {
  const deployed: DeployedMarket[] = []
  const deployerAddress = accountAddress('Deployer')
  for (const { atSec, markets } of plan) {
    await timeline.advanceThrough(atSec - 1)
    const nonce = await client.getTransactionCount({ address: deployerAddress })
    const deployer = new Deployer(blocks, nonce)
    for (const market of markets) queueMarket(deployer, protocol, market)
    await timeline.advance(atSec)
    const { poolFactory } = protocol.contracts
    const group = await readMarkets(client, poolFactory, markets, deployed.length)
    timeline.track(group)
    deployed.push(...group)
    if (empty) continue
    for (const [index, market] of markets.entries()) {
      const target = group[index]
      if (target !== undefined) queueFirstMints(blocks, protocol, market, target)
    }
    await timeline.advance(atSec + 1)
  }
  return deployed
}

function queueFirstMints(
  blocks: BlockBuilder,
  protocol: Protocol,
  spec: MarketSpec,
  market: DeployedMarket,
): void {
  const { decimals } = protocol.tokens[spec.settlement]
  for (const name of ['Dora', 'Emil', 'Frida', 'Gustav'])
    blocks.add(approveTransaction(accountAddress(name), market))
  const mint = (name: string, type: CommitType, amount: number) => {
    const amountWei = toWei(amount, decimals)
    blocks.add(commitTransaction({ from: accountAddress(name), market, type, amountWei }))
  }
  for (const [name, part] of SEEDERS.long) mint(name, CommitType.LongMint, spec.longSeed * part)
  for (const [name, part] of SEEDERS.short) mint(name, CommitType.ShortMint, spec.shortSeed * part)
}
