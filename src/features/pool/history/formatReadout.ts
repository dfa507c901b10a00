import type { HistoryPoint } from './historyPoints'
import type { Readout } from './series'

/** A figure of a point as a cell shows it, and with all its digits. An estimate is marked as one in both. */
export function formatReadout(
  readout: Readout,
  point: HistoryPoint,
): { readonly text: string; readonly exact: string | undefined } {
  const value = readout.valueOf(point)
  if (value === undefined) return { text: '—', exact: undefined }
  const mark = isEstimate(readout, point) ? '≈ ' : ''
  return { text: mark + readout.format(value), exact: mark + readout.formatExact(value) }
}

function isEstimate({ madeOf }: Readout, { isExact, areTokensExact }: HistoryPoint): boolean {
  if (madeOf === 'balances') return !isExact
  return madeOf === 'tokenPrices' && !areTokensExact
}
