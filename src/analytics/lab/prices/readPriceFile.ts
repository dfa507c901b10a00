import type { PriceCsv } from './priceCsv'
import { PriceCsvReader } from './priceCsvReader'

/**
 * Reads a price file as `parsePriceCsv` does, piece by piece as it comes from the disk, so that one of gigabytes takes no
 * more memory than the rows that are kept.
 *
 * @throws The signal's reason; an error of the browser where the file cannot be read
 */
export async function readPriceFile(file: Blob, signal: AbortSignal): Promise<PriceCsv> {
  const reader = new PriceCsvReader()
  const decoder = new TextDecoder()
  const pieces = file.stream().getReader()
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await pieces.read()
      if (done) break
      reader.push(decoder.decode(value, { stream: true }))
    }
    reader.push(decoder.decode())
    return reader.end()
  } finally {
    // The file is let go of when the reading ends early.
    await pieces.cancel().catch(() => {})
  }
}
