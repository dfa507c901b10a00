import type { PriceCsv } from './priceCsv'
import { PriceCsvReader } from './priceCsvReader'

/** Read from the disk at once. A stream would give one piece after the other without letting a click in between. */
const SLICE_BYTES = 1_048_576

/**
 * Reads a price file as `parsePriceCsv` does, slice by slice as it comes from the disk, so that one of gigabytes takes no
 * more memory than the rows that are kept.
 *
 * @param run Runs a generator to its end, with pauses that keep the page responsive
 * @throws The signal's reason; an error of the browser where the file cannot be read; what `run` throws
 */
export async function readPriceFile(
  file: Blob,
  run: <result>(steps: Generator<void, result>) => Promise<result>,
  signal: AbortSignal,
): Promise<PriceCsv> {
  const reader = new PriceCsvReader()
  const decoder = new TextDecoder()
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    const bytes = await file.slice(at, at + SLICE_BYTES).arrayBuffer()
    signal.throwIfAborted()
    await run(reader.pushInSteps(decoder.decode(bytes, { stream: true })))
  }
  reader.push(decoder.decode())
  return await run(reader.end())
}
