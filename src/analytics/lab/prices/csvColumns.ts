import { parseDecimalWad } from './parseDecimalWad'
import { parseTimestamp } from './parseTimestamp'

/** Where a price file has its time and its price. */
export interface CsvColumns {
  readonly separator: string
  readonly time: number
  readonly price: number
}

/** Of two that a line has, the first wins: a decimal comma is common where the separator is another one. */
const SEPARATORS = ['\t', ';', ','] as const

/** Names of columns in the order of preference, without case, spaces and signs. */
const TIME_NAMES = [
  'timestamp',
  'unix',
  'unixtime',
  'time',
  'opentime',
  'datetime',
  'date',
  'ts',
  't',
]
const PRICE_NAMES = ['close', 'closeprice', 'closeusd', 'price', 'priceusd', 'last', 'value', 'c']

/** The cells of a row, without quotes and spaces around them. */
export function splitRow(row: string, separator: string): string[] {
  if (!row.includes('"')) return row.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of row) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += character
  }
  cells.push(cell.trim())
  return cells
}

/**
 * What a first row says about the columns.
 *
 * @returns The columns, and whether the row is a header or has a price already; `unknown` for data of more than two columns
 *   without a header; undefined for a row that says nothing
 */
export function recognizeColumns(
  row: string,
): { readonly columns: CsvColumns; readonly isHeader: boolean } | 'unknown' | undefined {
  for (const separator of SEPARATORS) {
    const cells = splitRow(row, separator)
    if (cells.length < 2) continue
    const names = cells.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
    const time = firstOf(TIME_NAMES, names)
    const price = firstOf(PRICE_NAMES, names)
    if (time !== undefined && price !== undefined)
      return { columns: { separator, time, price }, isHeader: true }
    const isData = parseTimestamp(cells[0] ?? '') !== undefined
    if (isData && cells.length > 2) return 'unknown'
    if (isData && parsePriceCell(cells[1] ?? '', separator) !== undefined)
      return { columns: { separator, time: 0, price: 1 }, isHeader: false }
  }
  return undefined
}

function firstOf(wanted: readonly string[], names: readonly string[]): number | undefined {
  const name = wanted.find((each) => names.includes(each))
  return name === undefined ? undefined : names.indexOf(name)
}

/** A price as {@link parseDecimalWad} reads it; in a file separated by semicolons a lone comma is the decimal one. */
export function parsePriceCell(
  cell: string,
  separator: string,
): ReturnType<typeof parseDecimalWad> {
  const isDecimalComma = separator === ';' && !cell.includes('.')
  return parseDecimalWad(isDecimalComma ? cell.replace(',', '.') : cell)
}
