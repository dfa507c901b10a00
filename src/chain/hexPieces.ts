import type { Hex } from 'viem'

/**
 * Bytes among the parameters of a request, as hex digits in pieces. A refresh sends a hundred kilobytes of them, the same ones
 * each time but for a few: the own transport sends them piece by piece, and they never become one text.
 */
export class HexPieces {
  /** @param pieces Hex digits without `0x`, as texts or, those that are sent again and again, as ASCII */
  constructor(readonly pieces: readonly (string | Uint8Array)[]) {}

  /** For all who write parameters as JSON: the text that the bytes are there. */
  toJSON(): Hex {
    const decoder = new TextDecoder()
    const texts = this.pieces.map((piece) =>
      typeof piece === 'string' ? piece : decoder.decode(piece),
    )
    return `0x${texts.join('')}`
  }
}
