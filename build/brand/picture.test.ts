import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { MarkShape } from '../../src/brand/brand'
import { edition } from '../../src/brand/editions/neutral'
import { drawMark } from './drawMark'
import { editionFiles } from './editionFiles'
import { encodePng } from './encodePng'
import { flattenPath } from './flattenPath'

describe('flattenPath', () => {
  it('follows lines, each number group, and starts an outline at each M', () => {
    expect(flattenPath('M1 2 L3 4 5 6 H7 V8 Z M9,9 L.5-2 Z')).toEqual([
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 6],
        [7, 8],
      ],
      [
        [9, 9],
        [0.5, -2],
      ],
    ])
  })

  it('ends a curve where it ends, and goes through its middle', () => {
    const [points = []] = flattenPath('M0 0 C0 4 4 8 8 8')
    expect(points.at(-1)).toEqual([8, 8])
    // (0 + 3·0 + 3·4 + 8) / 8 and (0 + 3·4 + 3·8 + 8) / 8.
    expect(points[12]).toEqual([2.5, 5.5])
  })

  it.each(['M1 2 A1 1 0 0 0 3 4', 'M1 2 L3', 'M1 2 C1 2 3 4'])('refuses %s', (path) => {
    expect(() => flattenPath(path)).toThrow('isn’t valid in a path')
  })
})

describe('drawMark', () => {
  const { light } = edition.colors
  const half: MarkShape = { path: 'M0 0 H16 V32 H0 Z', color: 'accent' }
  const draw = (shape: MarkShape, width: number, height: number, markSize: number) => {
    const { rgb } = drawMark([shape], light, { width, height, markSize, ground: 'canvas' })
    return (x: number, y: number) =>
      `#${Buffer.from(rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)).toString('hex')}`
  }

  it('fills a shape in the middle of its ground, to the pixel', () => {
    const pixel = draw(half, 10, 6, 4)
    // The mark takes the columns 3 to 6 and the rows 1 to 4, the shape the left half of them.
    for (const [x, y] of [
      [3, 1],
      [4, 4],
    ] as const)
      expect(pixel(x, y)).toBe(light.accent)
    for (const [x, y] of [
      [2, 1],
      [5, 1],
      [3, 0],
      [3, 5],
    ] as const)
      expect(pixel(x, y)).toBe(light.canvas)
  })

  it('mixes the colours where an edge goes through a pixel', () => {
    const black = { ...light, canvas: '#000000', accent: '#ffffff' }
    const options = { width: 1, height: 1, markSize: 1, ground: 'canvas' } as const
    expect([...drawMark([half], black, options).rgb]).toEqual([128, 128, 128])
  })

  it('leaves a hole where an outline lies in another', () => {
    const ring: MarkShape = { path: 'M0 0 H32 V32 H0 Z M8 8 H24 V24 H8 Z', color: 'ink' }
    const pixel = draw(ring, 4, 4, 4)
    expect([pixel(0, 0), pixel(1, 1), pixel(2, 2), pixel(3, 3)]).toEqual([
      light.ink,
      light.canvas,
      light.canvas,
      light.ink,
    ])
  })
})

it('a PNG holds the pixels that it was made of', () => {
  const rgb = Uint8Array.from({ length: 3 * 2 * 3 }, (_, index) => index * 10)
  const file = encodePng({ width: 3, height: 2, rgb })
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const body = file.subarray(at + 4, at + 8 + length)
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.set(body.subarray(0, 4).toString(), body.subarray(4))
    at += 12 + length
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  expect(chunks.get('IHDR')?.toString('hex')).toBe('00000003000000020802000000')
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  expect([...rows]).toEqual([0, ...rgb.subarray(0, 9), 0, ...rgb.subarray(9)])
})

it('the favicon and the manifest are the edition’s, and name files that there are', () => {
  const files = editionFiles(edition)
  const favicon = String(files['favicon.svg']?.content)
  expect(favicon).toContain(`fill="${edition.colors.dark.accent}"`)
  for (const { path } of edition.mark) expect(favicon).toContain(`d="${path}"`)
  const manifest = JSON.parse(String(files['app.webmanifest']?.content))
  expect(manifest).toMatchObject({ name: edition.name, description: edition.words.tagline })
  for (const { src } of manifest.icons) expect(files).toHaveProperty([src.slice(2)])
})
