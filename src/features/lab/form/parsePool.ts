import { makeUpPool } from '../../../analytics/lab/replay/makeUpPool'
import { toUInt } from '../../../protocol/quad'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import type { LabForm } from './labForm'
import { type Problems, parseAll } from './parseAll'
import { type Parsed, parseDecimal, parseSpan, parseWhole } from './parseField'

/** Decimals of a made-up pool's settlement token: those of USDC. */
export const MADE_UP_DECIMALS = 6
const DAY_SEC = 86_400
const MAX_LEVERAGE = 100
/** Percent with 16 decimals is a wad. */
export const PERCENT_DECIMALS = 16

/** A pool that the lab starts from. */
export interface LabPool {
  readonly snapshot: PoolSnapshot
  readonly symbol: string
  readonly decimals: number
  /** Index price, wad. */
  readonly priceWad: bigint
}

export type ParsedPool =
  | { readonly ok: true; readonly pool: LabPool }
  | { readonly ok: false; readonly problems: Problems }

/** What keepers' rewards depend on in a made-up pool; both undefined where they are left out. */
function parseKeeper({ gas, eth }: LabForm): {
  readonly gas: Parsed<bigint | undefined>
  readonly eth: Parsed<bigint | undefined>
} {
  const leftOut = { ok: true, value: undefined } as const
  if (gas.trim() === '') return { gas: leftOut, eth: leftOut }
  return {
    gas: parseDecimal(gas, 9, { min: 0, max: 10_000, unit: ' gwei' }),
    eth: parseDecimal(eth, 18, { min: 0.000001, max: 1e9 }),
  }
}

/**
 * The pool that the fields describe.
 *
 * @param startSec Unix seconds
 */
export function parseMadeUpPool(form: LabForm, startSec: number): ParsedPool {
  const percent = { min: 0, max: 99 }
  const balance = { min: 1, max: 1e12 }
  const parsed = parseAll({
    leverage: parseWhole(form.leverage, { min: 1, max: MAX_LEVERAGE }),
    sma: parseWhole(form.sma, { min: 0, max: 24, unit: ' samples' }),
    interval: parseSpan(form.interval, 60, 7 * DAY_SEC),
    fee: parseDecimal(form.fee, PERCENT_DECIMALS, { ...percent, unit: '%' }),
    mint: parseDecimal(form.mint, PERCENT_DECIMALS, { ...percent, unit: '%' }),
    burn: parseDecimal(form.burn, PERCENT_DECIMALS, { ...percent, unit: '%' }),
    long: parseDecimal(form.long, MADE_UP_DECIMALS, balance),
    short: parseDecimal(form.short, MADE_UP_DECIMALS, balance),
    price: parseDecimal(form.price, 18, { min: 0.000001, max: 1e12 }),
    ...parseKeeper(form),
  })
  if (!parsed.ok) return parsed
  const { values } = parsed
  const made = makeUpPool(
    {
      leverage: values.leverage,
      smaPeriods: values.sma,
      updateIntervalSec: values.interval,
      frontRunningIntervalSec: 0,
      annualFeeWad: values.fee,
      mintingFeeWad: values.mint,
      burningFeeWad: values.burn,
      longBalance: values.long,
      shortBalance: values.short,
    },
    startSec,
    values.price,
  )
  const keeper = values.gas !== undefined &&
    values.eth !== undefined && {
      gasPriceWei: values.gas,
      settlementEthPriceWad: values.eth,
      settlementTokenDecimals: BigInt(MADE_UP_DECIMALS),
    }
  return {
    ok: true,
    pool: {
      snapshot: keeper ? { ...made, keeper } : made,
      symbol: '',
      decimals: MADE_UP_DECIMALS,
      priceWad: values.price,
    },
  }
}

/** Undefined without a pool. */
export function poolLeverageOf(pool: LabPool | undefined): number | undefined {
  return pool && Number(toUInt(pool.snapshot.leverageAmount))
}
