import { type Address, getAddress, isAddress } from 'viem'
import { formatName } from '../../format/formatAddress'
import { describeAmbiguity, parseAmount } from '../../format/parseAmount'
import { parseDuration } from '../../format/parseDuration'
import {
  MAX_INTERVAL_SEC,
  MAX_LEVERAGE,
  MAX_NEW_NAME_LENGTH,
  MAX_PERIODS,
} from '../../protocol/bounds'
import { WAD, WAD_DECIMALS } from '../../protocol/wad'
import type { MarketForm, TextField } from './marketForm'

/** What the form says as far as it makes sense; `problems` holds a sentence for each field that does not. */
export interface ReadMarket {
  readonly token: Address | undefined
  readonly feed: Address | undefined
  readonly eth: Address | undefined
  readonly isSma: boolean
  readonly periods: number | undefined
  readonly sampleSec: number | undefined
  readonly leverage: number | undefined
  readonly updateIntervalSec: number | undefined
  readonly frontRunningIntervalSec: number | undefined
  readonly mintingFeeWad: bigint | undefined
  readonly burningFeeWad: bigint | undefined
  /** Empty for the suggested one. */
  readonly name: string
  readonly problems: Readonly<Partial<Record<TextField, string>>>
}

/** A percentage with this many decimals is a wad. */
const PERCENT_DECIMALS = WAD_DECIMALS - 2

const NO_SPAN = 'Use a whole number and a unit: 90 s, 5 min, 1 h or 2 d.'

/** Reads the form; nothing is asked of the chain. */
export function readMarket(form: MarketForm): ReadMarket {
  const problems: Partial<Record<TextField, string>> = {}
  const address = (name: 'token' | 'feed' | 'eth') => {
    const text = form[name].trim()
    if (text === '') return undefined
    if (isAddress(text)) return getAddress(text)
    problems[name] = isAddress(text, { strict: false })
      ? 'Its checksum is wrong: a letter or digit was mistyped.'
      : 'This is no address: one begins with 0x and has 40 hexadecimal digits after it.'
    return undefined
  }
  const whole = (name: 'periods' | 'leverage', max: number) => {
    const text = form[name].trim()
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= max) return value
    problems[name] = `Use a whole number from 1 to ${max.toLocaleString('en')}.`
    return undefined
  }
  const span = (name: 'sample' | 'interval' | 'front', least: number) => {
    const value = parseDuration(form[name])
    if (value !== undefined && value >= least && value <= MAX_INTERVAL_SEC) return value
    if (value === undefined) problems[name] = NO_SPAN
    else if (value < least) problems[name] = `It must be at least ${least} s.`
    else problems[name] = `The contracts take at most ${MAX_INTERVAL_SEC.toLocaleString('en')} s.`
    return undefined
  }
  const percent = (name: 'mint' | 'burn') => {
    const parsed = parseAmount(form[name], PERCENT_DECIMALS, WAD)
    if (parsed.ok) return parsed.value
    if (parsed.code === 'ZERO' || parsed.code === 'EMPTY') return 0n
    if (parsed.code === 'TOO_LARGE') problems[name] = 'A fee is at most 100%.'
    else if (parsed.code === 'AMBIGUOUS') problems[name] = describeAmbiguity(form[name])
    else
      problems[name] =
        `Use digits and one decimal point or comma, at most ${PERCENT_DECIMALS} digits after it.`
    return undefined
  }
  const name = form.name.trim()
  if (name !== '' && formatName(name, MAX_NEW_NAME_LENGTH) !== name)
    problems.name = `At most ${MAX_NEW_NAME_LENGTH} letters, all of them visible.`
  const isSma = form.kind === 'sma'
  return {
    token: address('token'),
    feed: address('feed'),
    eth: address('eth'),
    isSma,
    periods: isSma ? whole('periods', Number(MAX_PERIODS)) : undefined,
    sampleSec: isSma ? span('sample', 1) : undefined,
    leverage: whole('leverage', MAX_LEVERAGE),
    updateIntervalSec: span('interval', 1),
    frontRunningIntervalSec: span('front', 0),
    mintingFeeWad: percent('mint'),
    burningFeeWad: percent('burn'),
    name,
    problems,
  }
}
