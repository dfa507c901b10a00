import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './drawMark'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A picture as a PNG file, eight bits a channel. */
export function encodePng({ width, height, rgb }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Bits a channel, then "red, green, blue".
  header.set([8, 2], 8)
  const rows = Array.from({ length: height }, (_, row) =>
    // Each row begins with the name of its filter; 0 is none.
    Buffer.concat([Buffer.from([0]), rgb.subarray(row * width * 3, (row + 1) * width * 3)]),
  )
  const data = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
