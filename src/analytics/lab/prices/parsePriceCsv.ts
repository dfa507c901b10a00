import type { PriceCsv } from './priceCsv'
import { PriceCsvReader } from './priceCsvReader'

/** Characters that are read between two pauses: some milliseconds. */
const CHUNK_LENGTH = 65_536

/**
 * Reads `timestamp,close`, and what is close to it: other names and more columns where there is a header, semicolons or tabs,
 * quotes, a byte order mark, comments that begin with #, Unix or ISO times. Prices are read digit by digit, never as doubles.
 *
 * A file of any length takes bounded time and memory: beyond a million rows they are only counted.
 */
export function parsePriceCsv(text: string): PriceCsv {
  const steps = parsePriceCsvInSteps(text)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** The same with a pause after every few thousand rows, for a page that has to stay responsive. */
export function* parsePriceCsvInSteps(text: string): Generator<void, PriceCsv> {
  const reader = new PriceCsvReader()
  for (let at = 0; at < text.length; at += CHUNK_LENGTH) {
    reader.push(text.slice(at, at + CHUNK_LENGTH))
    yield
  }
  return reader.end()
}
