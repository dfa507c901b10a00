import { readFileSync } from 'node:fs'
import type { PriceSymbol } from './markets'
import { PRICE_SYMBOLS, type PriceSource, type Prices } from './priceSource'

/** Closing prices in dollars by symbol, one entry for each row of the file. */
export type PriceRows = Readonly<Partial<Record<PriceSymbol, readonly number[]>>>

export interface ReplayOptions {
  readonly rows: PriceRows
  /** Prices of the symbols that have no rows. */
  readonly others: PriceSource
  readonly startSec: number
  /** How long a row lasts on the devnet, whatever its timestamp says. */
  readonly rowSec: number
  /** Told once for each symbol when its rows have run out; the last one then stays. */
  readonly onEnd?: (symbol: PriceSymbol) => void
}

/** Plays recorded prices, row after row; a price set by hand lasts until the next row. */
export function replayPrices(options: ReplayOptions): PriceSource {
  const { rows, others, startSec, rowSec, onEnd } = options
  const played = new Map<PriceSymbol, { row: number; usd: number }>()
  const ended = new Set<PriceSymbol>()

  const priceOf = (symbol: PriceSymbol, closes: readonly number[], timeSec: number) => {
    const due = Math.max(0, Math.floor((timeSec - startSec) / rowSec))
    const row = Math.min(due, closes.length - 1)
    const last = played.get(symbol)
    if (last !== undefined && last.row >= row) return last.usd
    const usd = closes[row]
    if (usd === undefined) throw new Error(`No prices for ${symbol}`)
    played.set(symbol, { row, usd })
    if (row === closes.length - 1 && !ended.has(symbol)) {
      ended.add(symbol)
      onEnd?.(symbol)
    }
    return usd
  }

  return {
    at(timeSec) {
      const prices: Record<PriceSymbol, number> = { ...others.at(timeSec) }
      for (const symbol of PRICE_SYMBOLS) {
        const closes = rows[symbol]
        if (closes !== undefined) prices[symbol] = priceOf(symbol, closes, timeSec)
      }
      return prices satisfies Prices
    },
    adopt(symbol, usd) {
      const last = played.get(symbol)
      if (last !== undefined) played.set(symbol, { ...last, usd })
      else others.adopt(symbol, usd)
    },
  }
}

/**
 * Reads a CSV file with the columns `timestamp,close`, oldest row first.
 *
 * @returns Closing prices in dollars
 * @throws Error naming the file and the line that cannot be used
 */
export function readPriceRows(file: string): readonly number[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Error(`Cannot read the prices in ${file}`)
  }
  const [header, ...lines] = text.trim().split(/\r?\n/)
  if (header?.replaceAll(' ', '') !== 'timestamp,close')
    throw new Error(`${file}: the first line must be timestamp,close`)
  if (lines.length === 0) throw new Error(`${file} has no rows`)
  return lines.map((line, index) => {
    const [timestamp, close, ...rest] = line.split(',')
    const usd = Number(close)
    const usable = rest.length === 0 && Number.isFinite(Number(timestamp)) && usd > 0
    if (!usable || !Number.isFinite(usd))
      throw new Error(`${file}, line ${index + 2}: expected timestamp,close but found "${line}"`)
    return usd
  })
}
