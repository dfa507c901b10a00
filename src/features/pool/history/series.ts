import type { OracleFacts, PoolFacts } from '../../../chain/poolFacts'
import { formatName } from '../../../format/formatAddress'
import { formatAmount, formatAmountShort } from '../../../format/formatAmount'
import {
  formatPercent,
  formatPrice,
  formatTokenPrice,
  formatWad,
} from '../../../format/formatRatio'
import { computeSkewWad } from '../../../protocol/poolMetrics'
import { WAD, WAD_DECIMALS } from '../../../protocol/wad'
import { poolContent } from '../content'
import type { HistoryPoint } from './historyPoints'

const content = poolContent.series

/** A figure of a pool after an upkeep. */
export interface Readout {
  readonly key: string
  readonly name: string
  /** The exact value, scaled as `format` takes it; undefined where it is not known or not defined. */
  readonly valueOf: (point: HistoryPoint) => bigint | undefined
  /** For a cell. */
  readonly format: (value: bigint) => string
  /** All digits, for the one who wants them. */
  readonly formatExact: (value: bigint) => string
  /** What it is made of, and an estimate where that is. */
  readonly madeOf: 'index' | 'tokenPrices' | 'balances'
}

/** One line of a chart. */
export interface Line extends Readout {
  readonly color: string
  /** Written where the line ends; empty where there is no other to tell it from. */
  readonly label: string
  /** Drawn dashed, so that lines differ by more than their colour. */
  readonly isDashed: boolean
  /** Divides the exact value for drawing. */
  readonly scale: number
}

/** One chart: a few lines over the same time. */
export interface Chart {
  readonly id: string
  readonly title: string
  /** A word of the title, for a phone. */
  readonly brief: string
  readonly unit: string | undefined
  /** Behind each number of the axis. */
  readonly axisUnit: string
  readonly lines: readonly Line[]
  /** What the crosshair and the table tell besides. */
  readonly readouts: readonly Readout[]
}

/** What the price that a pool computes with is called: only a spot pool's is the index price of the page's header. */
export function priceName({ kind }: Pick<OracleFacts, 'kind'>): string {
  return kind === 'sma' ? content.priceUsed : content.indexPrice
}

/** The charts of a pool. */
export function chartsOf({
  settlementToken,
  quote,
  oracle,
}: Pick<PoolFacts, 'settlementToken' | 'quote' | 'oracle'>): readonly Chart[] {
  const { decimals } = settlementToken
  const symbol = formatName(settlementToken.symbol)
  const amount: Form = {
    format: (value) => formatAmountShort(value, decimals),
    formatExact: (value) => formatAmount(value, decimals),
    madeOf: 'balances',
  }
  const exactWad = (value: bigint) => formatAmount(value, WAD_DECIMALS)
  const tokenPrice: Form = {
    format: formatTokenPrice,
    formatExact: exactWad,
    madeOf: 'tokenPrices',
  }
  const skew: Readout = {
    key: 'skew',
    name: content.skew,
    valueOf: skewWad,
    format: (value) => formatWad(value, 4),
    formatExact: exactWad,
    madeOf: 'balances',
  }
  return [
    {
      id: 'index',
      title: priceName(oracle),
      brief: content.brief.price,
      unit:
        oracle.kind === 'sma'
          ? [quote, content.smaUnit].filter((part) => part !== undefined).join(' · ')
          : quote,
      axisUnit: '',
      lines: [
        {
          key: 'index',
          name: priceName(oracle),
          color: 'var(--accent)',
          label: '',
          isDashed: false,
          valueOf: ({ indexWad }) => indexWad,
          format: formatPrice,
          formatExact: exactWad,
          madeOf: 'index',
          scale: Number(WAD),
        },
      ],
      readouts: [],
    },
    {
      id: 'tokens',
      title: content.tokens,
      brief: content.brief.tokens,
      unit: symbol,
      axisUnit: '',
      lines: [
        side(
          'long',
          content.longToken,
          ({ longPriceWad }) => longPriceWad,
          tokenPrice,
          Number(WAD),
        ),
        side(
          'short',
          content.shortToken,
          ({ shortPriceWad }) => shortPriceWad,
          tokenPrice,
          Number(WAD),
        ),
      ],
      readouts: [],
    },
    {
      id: 'size',
      title: content.size,
      brief: content.brief.size,
      unit: symbol,
      axisUnit: '',
      lines: [
        side('long', content.longSide, ({ longBalance }) => longBalance, amount, 10 ** decimals),
        side(
          'short',
          content.shortSide,
          ({ shortBalance }) => shortBalance,
          amount,
          10 ** decimals,
        ),
      ],
      readouts: [{ key: 'total', name: content.bothSides, valueOf: poolSize, ...amount }, skew],
    },
    {
      id: 'skew',
      title: content.rate,
      brief: content.brief.rate,
      unit: content.rateUnit,
      axisUnit: '%',
      lines: [
        {
          key: 'rate',
          name: content.rate,
          color: 'var(--accent)',
          label: '',
          isDashed: false,
          valueOf: rebalancingRateWad,
          format: (value) => formatPercent(value, 2, { signed: true }),
          formatExact: (value) =>
            `${value > 0n ? '+' : ''}${formatAmount(value, WAD_DECIMALS - 2)}%`,
          madeOf: 'balances',
          scale: Number(WAD) / 100,
        },
      ],
      readouts: [skew],
    },
  ]
}

type Form = Pick<Readout, 'format' | 'formatExact' | 'madeOf'>

function side(
  key: 'long' | 'short',
  name: string,
  read: Readout['valueOf'],
  form: Form,
  scale: number,
): Line {
  return {
    key,
    name,
    color: `var(--${key})`,
    label: content[key],
    isDashed: key === 'short',
    valueOf: read,
    ...form,
    scale,
  }
}

/** Both sides' balances, settlement units; undefined where they are not known. */
export function poolSize({
  longBalance,
  shortBalance,
}: Pick<HistoryPoint, 'longBalance' | 'shortBalance'>): bigint | undefined {
  return longBalance === undefined || shortBalance === undefined
    ? undefined
    : longBalance + shortBalance
}

/** Long ÷ short, a wad; undefined where it is not known, and where a side is empty. */
export function skewWad({
  longBalance,
  shortBalance,
}: Pick<HistoryPoint, 'longBalance' | 'shortBalance'>): bigint | undefined {
  return longBalance === undefined || shortBalance === undefined
    ? undefined
    : computeSkewWad({ longBalance, shortBalance })
}

function rebalancingRateWad(point: HistoryPoint): bigint | undefined {
  const skew = skewWad(point)
  return skew === undefined ? undefined : skew - WAD
}
