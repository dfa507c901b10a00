import {
  MAX_CSV_PROBLEMS,
  MAX_CSV_ROW_LENGTH,
  MAX_CSV_ROWS,
  MAX_INDEX_PRICE_WAD,
} from '../labBounds'
import { type CsvColumns, parsePriceCell, recognizeColumns, splitRow } from './csvColumns'
import { parseTimestamp } from './parseTimestamp'
import type { PriceCsv } from './priceCsv'
import type { PriceProblem } from './priceProblem'
import { type ReadPrices, sortPrices } from './sortPrices'

const BYTE_ORDER_MARK = '\uFEFF'
const SHOWN_LENGTH = 40
/** Characters that are read between two pauses: some milliseconds. */
const STEP_LENGTH = 65_536

/** Reads a price file piece by piece. */
export class PriceCsvReader {
  private readonly read: ReadPrices = { timesSec: [], pricesWad: [], lines: [] }
  private readonly problems: PriceProblem[] = []
  private unlisted = 0
  private columns: CsvColumns | 'unknown' | undefined
  private line = 0
  private rows = 0
  private unreadRows = 0
  /** The beginning of a row whose end has not come yet. */
  private pending = ''
  private isPendingCut = false

  /** @param maxRows Rows of prices that are read; the others are counted */
  constructor(private readonly maxRows = MAX_CSV_ROWS) {}

  /** The same as `push`, with a pause after every few thousand rows. */
  *pushInSteps(text: string): Generator<void, void> {
    for (let at = 0; at < text.length; at += STEP_LENGTH) {
      this.push(text.slice(at, at + STEP_LENGTH))
      yield
    }
  }

  /** Takes the next piece of the file; it may end within a row. */
  push(chunk: string): void {
    let from = 0
    for (;;) {
      const end = chunk.indexOf('\n', from)
      if (end < 0) break
      if (this.unreadRows === 0) {
        this.extendPending(chunk, from, end)
        this.takeRow()
      } else if (end > from || this.pending !== '') {
        this.pending = ''
        this.unreadRows++
      }
      from = end + 1
    }
    this.extendPending(chunk, from, chunk.length)
  }

  /** After the last piece: what was read, in order. With pauses, as sorting a million rows takes its time. */
  *end(): Generator<void, PriceCsv> {
    if (this.pending !== '') this.takeRow()
    const series = yield* sortPrices(this.read, (problem) => this.report(problem))
    if (series.timesSec.length === 0) this.report({ kind: 'noPrices', line: 1 })
    const problems = this.problems.toSorted((a, b) => a.line - b.line)
    return { series, problems, unlisted: this.unlisted, unreadRows: this.unreadRows }
  }

  /** A row without an end must not grow without an end. */
  private extendPending(chunk: string, from: number, to: number): void {
    const room = MAX_CSV_ROW_LENGTH - this.pending.length
    if (to - from > room) this.isPendingCut = true
    // A slice of the chunk alone is the usual case and keeps no long text alive beyond it.
    const added = chunk.slice(from, Math.min(to, from + room))
    this.pending = this.pending === '' ? added : this.pending + added
  }

  private takeRow(): void {
    const isCut = this.isPendingCut
    const text = this.pending
    this.pending = ''
    this.isPendingCut = false
    this.line++
    if (this.unreadRows > 0) {
      this.unreadRows++
      return
    }
    const row = (this.line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).trim()
    if (row === '' || row.startsWith('#')) return
    if (isCut) this.reportText('rowTooLong', row)
    else if (this.columns === undefined) this.takeFirstRow(row)
    else if (this.columns !== 'unknown') this.takePrice(row, this.columns)
  }

  private takeFirstRow(row: string): void {
    const recognized = recognizeColumns(row)
    if (recognized === undefined) {
      this.reportText('notARow', row)
      return
    }
    if (recognized === 'unknown') {
      this.columns = recognized
      this.report({ kind: 'unknownColumns', line: this.line })
      return
    }
    this.columns = recognized.columns
    if (!recognized.isHeader) this.takePrice(row, recognized.columns)
  }

  private takePrice(row: string, { separator, time, price }: CsvColumns): void {
    if (this.rows === this.maxRows) {
      this.unreadRows = 1
      return
    }
    this.rows++
    const cells = splitRow(row, separator)
    const timeCell = cells[time]
    const priceCell = cells[price]
    if (timeCell === undefined || priceCell === undefined) {
      this.reportText('notARow', row)
      return
    }
    const timeSec = parseTimestamp(timeCell)
    const priceWad = parsePriceCell(priceCell, separator)
    if (timeSec === undefined) this.reportText('notATime', timeCell)
    else if (timeSec === 'ambiguous') this.reportText('ambiguousDate', timeCell)
    else if (priceWad === undefined) this.reportText('notANumber', priceCell)
    else if (priceWad === 'ambiguous') this.reportText('ambiguousNumber', priceCell)
    else if (priceWad <= 0n) this.reportText('notPositive', priceCell)
    else if (priceWad > MAX_INDEX_PRICE_WAD) this.reportText('tooLarge', priceCell)
    else {
      this.read.timesSec.push(timeSec)
      this.read.pricesWad.push(priceWad)
      this.read.lines.push(this.line)
    }
  }

  private reportText(kind: PriceProblem['kind'], text: string): void {
    this.report({ kind, line: this.line, text: text.slice(0, SHOWN_LENGTH) })
  }

  private report(problem: PriceProblem): void {
    if (this.problems.length < MAX_CSV_PROBLEMS) this.problems.push(problem)
    else this.unlisted++
  }
}
