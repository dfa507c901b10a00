import type { TokenFacts } from '../../../chain/poolRegistry'
import { formatName } from '../../../format/formatAddress'
import { formatAmountShort } from '../../../format/formatAmount'
import { formatPercent, formatPrice, formatTokenPrice, ratioWad } from '../../../format/formatRatio'
import type { HistoryPoint } from './historyPoints'

const WAD = 10n ** 18n

/** One line of a chart. */
export interface Line {
  readonly key: string
  readonly name: string
  readonly color: string
  /** Drawn dashed, so that lines differ by more than their colour. */
  readonly isDashed: boolean
  /** The exact value, scaled as `format` takes it; undefined where it is not known. */
  readonly valueOf: (point: HistoryPoint) => bigint | undefined
  readonly format: (value: bigint) => string
  /** Divides the exact value for drawing. */
  readonly scale: number
}

/** One chart: a few lines over the same time. */
export interface Chart {
  readonly id: string
  readonly title: string
  readonly unit: string | undefined
  readonly lines: readonly Line[]
}

/** The charts of a pool. */
export function chartsOf(settlement: TokenFacts, quote: string | undefined): readonly Chart[] {
  const amount = (value: bigint) => formatAmountShort(value, settlement.decimals)
  const amountScale = 10 ** settlement.decimals
  return [
    {
      id: 'index',
      title: 'Index price',
      unit: quote,
      lines: [
        {
          key: 'index',
          name: 'Price used',
          color: 'var(--accent)',
          isDashed: false,
          valueOf: ({ indexWad }) => indexWad,
          format: formatPrice,
          scale: 1e18,
        },
      ],
    },
    {
      id: 'tokens',
      title: 'Token value',
      unit: formatName(settlement.symbol),
      lines: [
        side('long', 'Long token', ({ longPriceWad }) => longPriceWad, formatTokenPrice, 1e18),
        side('short', 'Short token', ({ shortPriceWad }) => shortPriceWad, formatTokenPrice, 1e18),
      ],
    },
    {
      id: 'size',
      title: 'Pool size',
      unit: formatName(settlement.symbol),
      lines: [
        side('long', 'Long side', ({ longBalance }) => longBalance, amount, amountScale),
        side('short', 'Short side', ({ shortBalance }) => shortBalance, amount, amountScale),
      ],
    },
    {
      id: 'skew',
      title: 'Rebalancing rate',
      unit: 'skew − 1; above zero longs pay',
      lines: [
        {
          key: 'rate',
          name: 'Rebalancing rate',
          color: 'var(--accent)',
          isDashed: false,
          valueOf: rebalancingRateWad,
          format: (value) => formatPercent(value, 2, { signed: true }),
          scale: 1e16,
        },
      ],
    },
  ]
}

function side(
  key: 'long' | 'short',
  name: string,
  read: Line['valueOf'],
  format: Line['format'],
  scale: number,
): Line {
  return {
    key,
    name,
    color: `var(--${key})`,
    isDashed: key === 'short',
    valueOf: read,
    format,
    scale,
  }
}

function rebalancingRateWad({ longBalance, shortBalance }: HistoryPoint): bigint | undefined {
  if (longBalance === undefined || shortBalance === undefined || longBalance === 0n)
    return undefined
  const skew = ratioWad(longBalance, shortBalance)
  return skew === undefined ? undefined : skew - WAD
}
