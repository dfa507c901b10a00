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
import { createContent } from './content'
import type { MarketForm, TextField } from './marketForm'

/** The form’s valid values; `problems` holds a sentence for each field that is not valid. */
export interface ParsedMarketForm {
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

const content = createContent.problems

/** Parses the form, without the chain. */
export function parseMarketForm(form: MarketForm): ParsedMarketForm {
  const problems: Partial<Record<TextField, string>> = {}
  const address = (name: 'token' | 'feed' | 'eth') => {
    const text = form[name].trim()
    if (text === '') return undefined
    if (isAddress(text)) return getAddress(text)
    problems[name] = isAddress(text, { strict: false }) ? content.checksum : content.address
    return undefined
  }
  const whole = (name: 'periods' | 'leverage', max: number) => {
    const text = form[name].trim()
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= max) return value
    problems[name] = content.whole(max.toLocaleString('en'))
    return undefined
  }
  const span = (name: 'sample' | 'interval' | 'front', least: number) => {
    const value = parseDuration(form[name])
    if (value !== undefined && value >= least && value <= MAX_INTERVAL_SEC) return value
    if (value === undefined) problems[name] = content.duration
    else if (value < least) problems[name] = content.atLeast(least)
    else problems[name] = content.atMost(MAX_INTERVAL_SEC.toLocaleString('en'))
    return undefined
  }
  const percent = (name: 'mint' | 'burn') => {
    const parsed = parseAmount(form[name], PERCENT_DECIMALS, WAD)
    if (parsed.ok) return parsed.value
    if (parsed.code === 'ZERO' || parsed.code === 'EMPTY') return 0n
    if (parsed.code === 'TOO_LARGE') problems[name] = content.fee
    else if (parsed.code === 'AMBIGUOUS') problems[name] = describeAmbiguity(form[name])
    else problems[name] = content.percent(PERCENT_DECIMALS)
    return undefined
  }
  const name = form.name.trim()
  if (name !== '' && formatName(name, MAX_NEW_NAME_LENGTH) !== name)
    problems.name = content.name(MAX_NEW_NAME_LENGTH)
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
