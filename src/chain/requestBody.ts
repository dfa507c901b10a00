import { HexPieces } from './hexPieces'

const encoder = new TextEncoder()
/** Written over by each request: a body of its own for each would be garbage at once. */
let room = new Uint8Array(2 ** 16)

/**
 * A value as JSON in UTF-8, the same as `JSON.stringify` makes of it; long hexadecimal digits go straight into it.
 *
 * @param value Of plain objects, lists, texts, numbers, truth values, null and {@link HexPieces}
 * @returns To be copied, or sent, at once: the next call writes over it
 */
export function requestBody(value: object): Uint8Array<ArrayBuffer> {
  const end = write(value, 0)
  return room.subarray(0, end)
}

/** @returns Where the next one is written */
function write(value: unknown, start: number): number {
  if (value instanceof HexPieces) return writePieces(value.pieces, start)
  if (Array.isArray(value)) {
    let end = writeText('[', start)
    value.forEach((item, index) => {
      end = write(item, index === 0 ? end : writeText(',', end))
    })
    return writeText(']', end)
  }
  if (typeof value === 'object' && value !== null) {
    let end = writeText('{', start)
    let isFirst = true
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue
      end = write(member, writeText(`${isFirst ? '' : ','}${JSON.stringify(name)}:`, end))
      isFirst = false
    }
    return writeText('}', end)
  }
  return writeText(JSON.stringify(value) ?? 'null', start)
}

function writeText(text: string, start: number): number {
  // A UTF-16 unit takes three bytes at the most.
  makeRoom(start, 3 * text.length)
  return start + encoder.encodeInto(text, room.subarray(start)).written
}

function writePieces(pieces: HexPieces['pieces'], start: number): number {
  let end = writeText('"0x', start)
  for (const piece of pieces)
    end = typeof piece === 'string' ? writeDigits(piece, end) : writeBytes(piece, end)
  return writeText('"', end)
}

function writeBytes(bytes: Uint8Array, start: number): number {
  makeRoom(start, bytes.length)
  room.set(bytes, start)
  return start + bytes.length
}

/** By hand: what the encoder writes into must be a view of the place, and a thousand views a request are a thousand to collect. */
function writeDigits(digits: string, start: number): number {
  const { length } = digits
  makeRoom(start, length)
  for (let index = 0; index < length; index++) room[start + index] = digits.charCodeAt(index)
  return start + length
}

function makeRoom(start: number, bytes: number): void {
  if (start + bytes <= room.length) return
  const larger = new Uint8Array(2 * (start + bytes))
  larger.set(room.subarray(0, start))
  room = larger
}
