import { WAD_DECIMALS } from '../../../protocol/wad'

const DECIMAL = /^[+-]?(\d{1,40})(?:\.(\d{0,80}))?(?:[eE]([+-]?\d{1,2}))?$/
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/

/**
 * A decimal number as a wad, digit by digit; what lies beyond 18 decimals is cut off.
 *
 * @param text With a point as decimal separator, `1.5e-7` included; `1,234.5` is understood too
 * @returns `ambiguous` for a single comma that could be either separator; undefined for what is not a number
 */
export function parseDecimalWad(text: string): bigint | 'ambiguous' | undefined {
  const plain = text.includes(',') ? withoutGroups(text) : text
  if (plain === 'ambiguous' || plain === undefined) return plain
  const match = DECIMAL.exec(plain)
  if (match === null) return undefined
  const [, whole = '', fraction = '', exponent] = match
  const places = WAD_DECIMALS + Number(exponent ?? 0)
  const kept = places <= 0 ? '' : fraction.slice(0, places).padEnd(places, '0')
  const digits = places < 0 ? whole.slice(0, places) : whole + kept
  const wad = BigInt(digits === '' ? '0' : digits)
  return plain.startsWith('-') ? -wad : wad
}

function withoutGroups(text: string): string | 'ambiguous' | undefined {
  if (!GROUPED.test(text)) return undefined
  return text.includes('.') || text.indexOf(',') !== text.lastIndexOf(',')
    ? text.replaceAll(',', '')
    : 'ambiguous'
}
