import { type Address, formatUnits, isAddress, isAddressEqual } from 'viem'
import { durationSec, parseSymbol, UsageError } from './commandLine'
import { faucet, increaseTime, readAnswers, setPrice, toPrices } from './controls'
import { type DeployedMarket, type Deployment, readDeployment } from './deployment'
import { createDevnetClient, type DevnetClient } from './devnetClient'
import { BRIDGE_HELP, bridgeCommand } from './ethereum/bridgeCommand'
import { dueMarkets, upkeepMarkets } from './keeper'
import { leveragedPoolAbi } from './protocolAbi'

export const COMMANDS_HELP = `Commands for a devnet that is running
  price SYM USD        sets a price: price ETH 3500, price BTC +5%, price BAL -10%
  time DURATION        moves the clock forward: time 1h
  faucet 0x… [TOK N]   gives 10 ETH, 10,000 USDC and 5,000 BAL, or N of TOK
  upkeep [MARKET]      performs the upkeeps that are due, of all markets or of one
${BRIDGE_HELP}
  status               prices, markets and when their next upkeep is due`

type Say = (line: string) => void

interface Running {
  readonly client: DevnetClient
  readonly deployment: Deployment
  readonly say: Say
}

/** What each command does with the words after it. */
const COMMANDS: Readonly<
  Record<string, (running: Running, words: readonly string[]) => Promise<void>>
> = {
  price: priceCommand,
  time: timeCommand,
  faucet: faucetCommand,
  upkeep: upkeepCommand,
  bridge: bridgeCommand,
  status,
}

/**
 * Runs a command against the devnet whose addresses are in `file`.
 *
 * @throws UsageError when there is no such command or its words are wrong
 * @throws Error when no devnet is running
 */
export async function runCommand(words: readonly string[], file: string, say: Say): Promise<void> {
  const [name = '', ...rest] = words
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new UsageError(`There is no command "${name}". See --help.`)
  const deployment = readDeployment(file)
  const client = createDevnetClient(deployment.rpcUrl, deployment.chainId)
  const answers = await client.getChainId().catch(() => undefined)
  if (answers !== deployment.chainId)
    throw new Error(`The devnet at ${deployment.rpcUrl} does not answer. Start it: npm run devnet`)
  await command({ client, deployment, say }, rest)
}

async function priceCommand(running: Running, words: readonly string[]): Promise<void> {
  const { client, deployment, say } = running
  const [name, wish, ...more] = words
  if (name === undefined || wish === undefined || more.length > 0)
    throw new UsageError('Write a symbol and a price: price ETH 3500, or price ETH +5%')
  const symbol = parseSymbol(name)
  const before = toPrices(await readAnswers(client, deployment))[symbol]
  const after = wishedPrice(wish, before)
  await setPrice(client, deployment, symbol, after)
  say(`${symbol} ${before.toLocaleString('en-US')} → ${after.toLocaleString('en-US')} USD`)
}

function wishedPrice(wish: string, before: number): number {
  const [, sign, percent] = /^([+-])(\d+(?:\.\d+)?)%$/.exec(wish) ?? []
  const change = percent === undefined ? undefined : Number(percent) / 100
  const usd =
    change === undefined
      ? Number(/^\d+(?:\.\d+)?$/.test(wish) ? wish : Number.NaN)
      : before * (sign === '-' ? 1 - change : 1 + change)
  if (!(usd > 0)) throw new UsageError(`"${wish}" is no price; write 3500, +5% or -10%.`)
  return Math.round(usd * 1e8) / 1e8
}

async function timeCommand(running: Running, words: readonly string[]): Promise<void> {
  const [text, ...more] = words
  if (text === undefined || more.length > 0) throw new UsageError('Write a duration: time 1h')
  await increaseTime(running.client, durationSec(text))
  const { timestamp } = await running.client.getBlock()
  running.say(`It is ${new Date(Number(timestamp) * 1_000).toISOString()} on the devnet.`)
}

async function faucetCommand(running: Running, words: readonly string[]): Promise<void> {
  const { client, deployment, say } = running
  const [address = '', token, amount, ...more] = words
  if (!isAddress(address, { strict: false }))
    throw new UsageError('Write an address: faucet 0x… or faucet 0x… USDC 1000')
  if (token === undefined) {
    await faucet(client, deployment, address)
    return say(`${address} has been given 10 ETH, 10,000 USDC and 5,000 BAL.`)
  }
  const symbol = (['ETH', 'USDC', 'BAL'] as const).find((name) => name === token.toUpperCase())
  const count = /^\d+(?:\.\d+)?$/.test(amount ?? '') ? Number(amount) : 0
  if (symbol === undefined || count <= 0 || more.length > 0)
    throw new UsageError('Write a token and an amount: faucet 0x… USDC 1000 (or ETH, BAL)')
  await faucet(client, deployment, address, { [symbol]: count })
  say(`${address} has been given ${count.toLocaleString('en-US')} ${symbol}.`)
}

async function upkeepCommand(running: Running, words: readonly string[]): Promise<void> {
  const { client, deployment, say } = running
  const [name] = words
  const chosen = name === undefined ? deployment.markets : [marketOf(deployment, name)]
  const due = await dueMarkets(client, deployment, chosen)
  if (due.length === 0) return say('Nothing is due.')
  for (const line of await upkeepMarkets(client, deployment, due)) say(line)
}

function marketOf(deployment: Deployment, name: string): DeployedMarket {
  const market = deployment.markets.find((candidate) =>
    isAddress(name) ? isAddressEqual(candidate.pool, name as Address) : candidate.name === name,
  )
  if (market !== undefined) return market
  const names = deployment.markets.map((candidate) => candidate.name).join(', ')
  throw new UsageError(`There is no market "${name}", only ${names}.`)
}

async function status(running: Running): Promise<void> {
  const { client, deployment, say } = running
  const prices = toPrices(await readAnswers(client, deployment))
  const { timestamp, number } = await client.getBlock()
  say(`Block ${number}, ${new Date(Number(timestamp) * 1_000).toISOString()}, ${deployment.rpcUrl}`)
  const shown = Object.entries(prices).map(([symbol, usd]) => `${symbol} ${usd.toFixed(2)}`)
  say(shown.join('  '))
  for (const market of deployment.markets) {
    const call = { address: market.pool, abi: leveragedPoolAbi } as const
    const [lastSec, [shortWei, longWei]] = await client.multicall({
      allowFailure: false,
      contracts: [
        { ...call, functionName: 'lastPriceTimestamp' },
        { ...call, functionName: 'balances' },
      ],
    })
    const { decimals } = deployment.tokens[market.settlementSymbol]
    const amount = (wei: bigint) =>
      Math.round(Number(formatUnits(wei, decimals))).toLocaleString('en-US')
    const dueInSec = Number(lastSec) + market.updateIntervalSec - Number(timestamp)
    const due = dueInSec > 0 ? `upkeep in ${dueInSec} s` : `upkeep late by ${-dueInSec} s`
    const sides = `long ${amount(longWei)}  short ${amount(shortWei)} ${market.settlementSymbol}`
    say(`${market.name.padEnd(15)} ${sides}  ${due}`)
  }
}
