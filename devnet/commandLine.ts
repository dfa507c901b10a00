import { parseArgs } from 'node:util'
import { DEFAULT_CHAIN_ID } from './devnet'
import type { DevnetOptions } from './devnetOptions'
import { generateMarkets, type PriceSymbol } from './markets'
import { type PriceRows, readPriceRows } from './priceReplay'
import { PRICE_SYMBOLS } from './priceSource'

const DEFAULT_PORT = 8645
const DEFAULT_APP_PORT = 5173

/** The command line cannot be used as it is; the message says why. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'BAD_USAGE'
}

export interface CommandLine {
  readonly help: boolean
  readonly appPort: number
  /** Name of the app's edition. */
  readonly brand: string | undefined
  /** Words that are not options, e.g. `price ETH 3500`. */
  readonly words: readonly string[]
  readonly options: DevnetOptions
}

export const OPTIONS_HELP = `Options
  --port N             port of the devnet's RPC (${DEFAULT_PORT}; 0 takes a free one)
  --chain-id N         chain id (${DEFAULT_CHAIN_ID})
  --seed N             repeats prices and trades (1)
  --past DURATION      how long the chain has lived at hand-over, e.g. 2d, 6h, 0 (2d)
  --pools N            that many markets, numbered variants of the five
  --hostile            strangers have made markets that deceive and attack, too
  --prices [SYM=]FILE  replays a CSV file with the columns timestamp,close instead of the walk;
                       SYM is BTC, ETH or BAL, ETH when left out; may be given for each
  --row DURATION       how long one row of such a file lasts (60s)
  --no-walk            prices move only when you set them
  --no-keeper          nobody performs upkeeps
  --no-claim-bot       nobody claims for those who have paid for it
  --no-ethereum        leaves out the Ethereum beside it, and the bridge between the two
  --no-balancer        leaves out Balancer, its pools, and who trades in them
  --no-staking         leaves out the farms that pay rewards for staked tokens
  --block-time N       seconds between blocks that nobody asked for (1)
  --help               this text`

/**
 * Reads the options of the devnet.
 *
 * @throws UsageError saying what is wrong with which argument
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args)
  const { prices, pools } = values
  const chosen: DevnetOptions = {
    port: wholeNumber('--port', values.port, DEFAULT_PORT, 65_535),
    chainId: wholeNumber('--chain-id', values['chain-id'], DEFAULT_CHAIN_ID),
    seed: wholeNumber('--seed', values.seed, 1),
    keeper: values['no-keeper'] !== true,
    claimBot: values['no-claim-bot'] !== true,
    ethereum: values['no-ethereum'] !== true,
    balancer: values['no-balancer'] !== true,
    staking: values['no-staking'] !== true,
    walk: values['no-walk'] !== true,
    blockTimeSec: Math.max(1, wholeNumber('--block-time', values['block-time'], 1, 3_600)),
    ...(values.hostile === true ? { hostile: true, hostileContracts: true, impostor: true } : {}),
    ...(values.past === undefined ? {} : { pastSec: durationSec(values.past) }),
    ...(pools === undefined ? {} : { markets: generateMarkets(poolCount(pools)) }),
    ...(values.row === undefined ? {} : { rowSec: Math.max(1, durationSec(values.row)) }),
    ...(prices === undefined || values.help === true ? {} : { prices: readPrices(prices) }),
  }
  return {
    help: values.help === true,
    appPort: wholeNumber('--app-port', values['app-port'], DEFAULT_APP_PORT, 65_535),
    brand: values.brand,
    words: positionals.map((word) => word.replace(NO_OPTION, '')),
    options: chosen,
  }
}

/** Before numbers below zero: `-10%` is a word. */
const NO_OPTION = '\u2060'

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.map((arg) => (/^-\d/.test(arg) ? `${NO_OPTION}${arg}` : arg)),
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        'app-port': { type: 'string' },
        brand: { type: 'string' },
        'chain-id': { type: 'string' },
        seed: { type: 'string' },
        past: { type: 'string' },
        pools: { type: 'string' },
        hostile: { type: 'boolean' },
        prices: { type: 'string', multiple: true },
        row: { type: 'string' },
        'no-walk': { type: 'boolean' },
        'no-keeper': { type: 'boolean' },
        'no-claim-bot': { type: 'boolean' },
        'no-ethereum': { type: 'boolean' },
        'no-balancer': { type: 'boolean' },
        'no-staking': { type: 'boolean' },
        'block-time': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new UsageError(`${sentence}. See --help.`)
  }
}

function wholeNumber(
  name: string,
  text: string | undefined,
  fallback: number,
  max = Number.MAX_SAFE_INTEGER,
): number {
  if (text === undefined) return fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > max)
    throw new UsageError(`${name} must be a whole number up to ${max}, not "${text}".`)
  return value
}

function poolCount(text: string): number {
  const count = wholeNumber('--pools', text, 0, 1_000)
  if (count === 0) throw new UsageError('--pools must be at least 1.')
  return count
}

const UNIT_SEC: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/**
 * Reads a duration such as `90`, `90s`, `5m`, `1h` or `2d`, in seconds.
 *
 * @throws UsageError when it is none
 */
export function durationSec(text: string): number {
  const [, amount, unit = 's'] = /^(\d+)([smhd]?)$/.exec(text) ?? []
  const unitSec = UNIT_SEC[unit === '' ? 's' : unit]
  if (amount === undefined || unitSec === undefined)
    throw new UsageError(`"${text}" is no duration; write 90s, 5m, 1h or 2d.`)
  return Number(amount) * unitSec
}

/**
 * Reads the name of a symbol that has a price.
 *
 * @throws UsageError when it is none
 */
export function parseSymbol(text: string): PriceSymbol {
  const symbol = PRICE_SYMBOLS.find((candidate) => candidate === text.toUpperCase())
  if (symbol === undefined)
    throw new UsageError(`There is no price for "${text}", only for ${PRICE_SYMBOLS.join(', ')}.`)
  return symbol
}

function readPrices(choices: readonly string[]): PriceRows {
  return Object.fromEntries(
    choices.map((choice) => {
      const [, symbol = 'ETH', file = choice] = /^([A-Za-z]+)=(.+)$/.exec(choice) ?? []
      try {
        return [parseSymbol(symbol), readPriceRows(file)]
      } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error))
      }
    }),
  )
}
