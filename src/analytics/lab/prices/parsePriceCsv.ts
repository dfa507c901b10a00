import type { PriceCsv } from './priceCsv'
import { PriceCsvReader } from './priceCsvReader'

/**
 * Reads `timestamp,close`, and what is close to it: other names and more columns where there is a header, semicolons or tabs,
 * quotes, a byte order mark, comments that begin with #, Unix or ISO times. Prices are read digit by digit, never as doubles.
 *
 * A file of any length takes bounded time and memory: beyond a million rows they are only counted.
 */
export function parsePriceCsv(text: string): PriceCsv {
  const reader = new PriceCsvReader()
  reader.push(text)
  const steps = reader.end()
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}
