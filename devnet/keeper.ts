import { formatUnits, parseEventLogs, type TransactionReceipt } from 'viem'
import { WAD_DECIMALS } from '../src/protocol/wad'
import { accountAddress } from './accounts'
import { sendAndWait } from './controls'
import type { DeployedMarket, Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { leveragedPoolAbi, poolCommitterAbi, poolKeeperAbi } from './protocolAbi'
import { upkeepGroups, upkeepTransaction } from './transactions'

/** An upkeep catches up 15 intervals at most; this many rounds are 10 hours of a 60 s market. */
const MAX_ROUNDS = 40

/** The markets whose update interval has passed at the time of the latest block. */
export async function dueMarkets(
  client: DevnetClient,
  deployment: Deployment,
  markets: readonly DeployedMarket[] = deployment.markets,
): Promise<readonly DeployedMarket[]> {
  const { timestamp, number: blockNumber } = await client.getBlock()
  const lastUpkeeps = await client.multicall({
    allowFailure: false,
    blockNumber,
    contracts: markets.map(
      ({ pool }) =>
        ({ address: pool, abi: leveragedPoolAbi, functionName: 'lastPriceTimestamp' }) as const,
    ),
  })
  return markets.filter((market, index) => {
    const last = lastUpkeeps[index]
    return last !== undefined && last + BigInt(market.updateIntervalSec) <= timestamp
  })
}

/**
 * Upkeeps what is due until nothing is, also after a jump in time.
 *
 * @param log Told one line for each upkeep
 * @returns How many upkeeps were performed
 */
export async function performDueUpkeeps(
  client: DevnetClient,
  deployment: Deployment,
  log: (line: string) => void,
): Promise<number> {
  let performed = 0
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const due = await dueMarkets(client, deployment)
    if (due.length === 0) break
    for (const line of await upkeepMarkets(client, deployment, due)) log(line)
    performed += due.length
  }
  return performed
}

/**
 * Performs one upkeep of each market.
 *
 * @returns One line for each upkeep
 */
export async function upkeepMarkets(
  client: DevnetClient,
  deployment: Deployment,
  markets: readonly DeployedMarket[],
): Promise<readonly string[]> {
  const from = accountAddress('Keeper')
  const lines: string[] = []
  for (const group of upkeepGroups(markets.map(({ pool }) => pool))) {
    const transaction = upkeepTransaction(from, deployment.contracts.poolKeeper, group)
    lines.push(...upkeepLines(deployment, await sendAndWait(client, transaction)))
  }
  return lines
}

/** One line for each upkeep in a transaction: what it did, in a person's units. */
function upkeepLines(deployment: Deployment, receipt: TransactionReceipt): readonly string[] {
  const abi = [...poolKeeperAbi, ...leveragedPoolAbi, ...poolCommitterAbi]
  const events = parseEventLogs({ abi, logs: receipt.logs })
  return deployment.markets.flatMap((market) => {
    const { decimals } = deployment.tokens[market.settlementSymbol]
    let price: string | undefined
    let interval = ''
    let moved = 0n
    let reward = 0n
    for (const event of events) {
      if (event.eventName === 'UpkeepSuccessful' && event.args.pool === market.pool)
        price = `${dollars(event.args.startPrice)} → ${dollars(event.args.endPrice)}`
      else if (event.eventName === 'PoolUpkeepError' && event.args.pool === market.pool)
        return [`${market.name}  upkeep failed: ${event.args.reason}`]
      else if (event.eventName === 'KeeperPaid' && event.args._pool === market.pool)
        reward = event.args.reward
      else if (event.eventName === 'PoolRebalance' && same(event.address, market.pool))
        moved = event.args.longBalanceChange
      else if (
        event.eventName === 'ExecutedCommitsForInterval' &&
        same(event.address, market.committer)
      )
        interval = `#${event.args.updateIntervalId}`
    }
    if (price === undefined) return []
    const unit = market.settlementSymbol
    const value = `${signed(moved, decimals)} ${unit} to long`
    const paid = `keeper ${Number(formatUnits(reward, decimals)).toFixed(4)} ${unit}`
    return [[market.name.padEnd(15), interval.padStart(6), price, value, paid].join('  ')]
  })
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function dollars(priceWad: bigint): string {
  const usd = Number(formatUnits(priceWad, WAD_DECIMALS))
  return usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

function signed(amountWei: bigint, decimals: number): string {
  const amount = Number(formatUnits(amountWei, decimals))
  const text = Math.abs(amount).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return `${amount < 0 ? '−' : '+'}${text}`
}
