import { type Address, type Hex, numberToHex, pad } from 'viem'
import { beginHostile } from './beginHostile'
import type { BlockBuilder } from './blockBuilder'
import { queueMarket, readMarkets } from './deployMarkets'
import type { DeployedMarket } from './deployment'
import type { Protocol } from './deployProtocol'
import type { DevnetClient } from './devnetClient'
import type { MarketSpec } from './markets'
import type { Timeline } from './timeline'

/** Answers every call with the same word, eight times over. */
function codeAnswering(word: bigint): Hex {
  const bits = BigInt.asUintN(256, word)
  // PUSH32 word, stored at 0, 32, … 224; PUSH2 256 PUSH1 0 RETURN
  const stores = Array.from({ length: 8 }, (_, index) =>
    index === 0 ? '80600052' : `8060${(32 * index).toString(16).padStart(2, '0')}52`,
  )
  return `0x7f${pad(numberToHex(bits)).slice(2)}${stores.join('')}6101006000f3`
}

/** JUMPDEST PUSH1 0 JUMP, until the gas is gone. */
const BURNS_GAS: Hex = '0x5b600056'
/** PUSH3 1,048,576 PUSH1 0 RETURN. */
const ANSWERS_A_MEGABYTE: Hex = '0x621000006000f3'
/** PUSH3 1,048,576 PUSH1 0 REVERT. */
const REVERTS_WITH_A_MEGABYTE: Hex = '0x621000006000fd'

interface HostileSpec {
  /** What the pool is called after the settlement token. */
  readonly name: string
  readonly market?: Partial<MarketSpec>
  /** Which of its contracts answers what else once it stands. */
  readonly part?: 'pool' | 'committer' | 'oracleWrapper' | 'settlementEthOracle'
  readonly code?: Hex
}

/** What unknown pools can do to the app. Those without `code` are as the factory makes them. */
export const HOSTILE_CONTRACTS: readonly HostileSpec[] = [
  { name: 'INTERVALS', market: { updateIntervalSec: 1, frontRunningIntervalSec: 2 ** 32 - 1 } },
  { name: 'FAR', market: { updateIntervalSec: 1, frontRunningIntervalSec: 1_000_000 } },
  { name: 'MEGABYTE', part: 'oracleWrapper', code: ANSWERS_A_MEGABYTE },
  { name: 'REVERT', part: 'pool', code: REVERTS_WITH_A_MEGABYTE },
  { name: 'BURN', part: 'committer', code: BURNS_GAS },
  { name: 'PERIODS', part: 'oracleWrapper', code: codeAnswering(10n ** 12n) },
  { name: 'NEGATIVE', part: 'settlementEthOracle', code: codeAnswering(-1n) },
  { name: 'LARGEST', part: 'committer', code: codeAnswering(2n ** 256n - 1n) },
]

/** Deploys them as the factory's last pools. Takes a second of the timeline. */
export async function deployHostileContracts(
  client: DevnetClient,
  blocks: BlockBuilder,
  protocol: Protocol,
  timeline: Timeline,
  first: number,
): Promise<readonly DeployedMarket[]> {
  const { deployer, model } = await beginHostile(client, blocks, '1-ETH/USD+USDC')
  const ethOracles: Address[] = []
  const markets = HOSTILE_CONTRACTS.map(({ name, market }) => ({
    ...model,
    ...market,
    name: `1-ETH/USD+${name}`,
  }))
  for (const market of markets) {
    const feed = protocol.feeds['ETH/USD'].address
    const own = deployer.deploy('ChainlinkOracleWrapper', [feed, deployer.address])
    ethOracles.push(own)
    const settlementEthOracles = { ...protocol.settlementEthOracles, USDC: own }
    queueMarket(deployer, { ...protocol, settlementEthOracles }, market)
  }
  await timeline.advance(timeline.nowSec + 1)
  const deployed = await readMarkets(client, protocol.contracts.poolFactory, markets, first)
  for (const [index, { part, code }] of HOSTILE_CONTRACTS.entries()) {
    const market = deployed[index]
    if (part === undefined || code === undefined || market === undefined) continue
    const address = part === 'settlementEthOracle' ? ethOracles[index] : market[part]
    if (address !== undefined) await client.setCode({ address, bytecode: code })
  }
  return deployed
}
