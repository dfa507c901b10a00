import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { describe, expect, it, vi } from 'vitest'
import { firstLoadBudget, firstLoadBytes } from './firstLoad'

type Bundle = Parameters<typeof firstLoadBytes>[0]
type Chunk = Extract<Bundle[string], { type: 'chunk' }>

const PAGE = 'src/features/markets/MarketsPage.tsx'

function chunk(fileName: string, part: Partial<Chunk> = {}): Chunk {
  return {
    type: 'chunk',
    fileName,
    code: codeOf(fileName),
    isEntry: false,
    imports: [],
    dynamicImports: [],
    moduleIds: [],
    ...part,
  } as Chunk
}

/** Different for each file, and hard to compress. */
function codeOf(fileName: string): string {
  let state =
    [...fileName].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2_147_483_647
  return Array.from({ length: 500 }, () => {
    state = (state * 48_271) % 2_147_483_647
    return state.toString(36)
  }).join('')
}

function bundleOf(...chunks: readonly Bundle[string][]): Bundle {
  return Object.fromEntries(chunks.map((item) => [item.fileName, item]))
}

function sizeOf(...fileNames: readonly string[]): number {
  return fileNames.reduce((sum, name) => sum + gzipSync(codeOf(name), { level: 9 }).length, 0)
}

const entry = chunk('index.js', {
  isEntry: true,
  imports: ['react.js'],
  dynamicImports: ['page.js', 'wallet.js'],
})
const react = chunk('react.js')
const page = chunk('page.js', {
  moduleIds: [`/home/someone/app/${PAGE}`],
  imports: ['react.js', 'table.js'],
})
const table = chunk('table.js', { imports: ['format.js'] })
const format = chunk('format.js', { imports: ['table.js'] })
const wallet = chunk('wallet.js', { imports: ['heavy.js'] })
const heavy = chunk('heavy.js')

describe('firstLoadBytes', () => {
  it('adds the entry, the page and all they import, each once, and nothing that comes later', () => {
    const bundle = bundleOf(entry, react, page, table, format, wallet, heavy)
    expect(firstLoadBytes(bundle, PAGE)).toBe(
      sizeOf('index.js', 'react.js', 'page.js', 'table.js', 'format.js'),
    )
  })

  it('counts a page that is part of the entry once', () => {
    const all = chunk('index.js', { isEntry: true, moduleIds: [`/x/${PAGE}`] })
    expect(firstLoadBytes(bundleOf(all), PAGE)).toBe(sizeOf('index.js'))
  })

  it('counts every entry', () => {
    const second = chunk('second.js', { isEntry: true })
    expect(firstLoadBytes(bundleOf(entry, react, second, page, table, format), PAGE)).toBe(
      sizeOf('index.js', 'react.js', 'second.js', 'page.js', 'table.js', 'format.js'),
    )
  })

  it('leaves out assets, and imports that are no part of the bundle', () => {
    const style = { type: 'asset', fileName: 'style.css', source: 'a{}' } as Bundle[string]
    const outside = { ...entry, imports: ['https://elsewhere.test/x.js', 'style.css'] }
    expect(firstLoadBytes(bundleOf(outside, style, { ...page, imports: [] }), PAGE)).toBe(
      sizeOf('index.js', 'page.js'),
    )
  })

  it('counts bytes, not characters', () => {
    const wide = chunk('index.js', { isEntry: true, moduleIds: [PAGE], code: '“”…€'.repeat(99) })
    expect(firstLoadBytes(bundleOf(wide), PAGE)).toBe(
      gzipSync(Buffer.from(wide.code, 'utf8'), { level: 9 }).length,
    )
  })

  it('throws when no chunk holds the page: a renamed page must not pass for a light one', () => {
    expect(() => firstLoadBytes(bundleOf(entry, react), PAGE)).toThrow(PAGE)
  })
})

describe('firstLoadBudget', () => {
  const bundle = bundleOf(entry, react, page, table, format)
  const bytes = firstLoadBytes(bundle, PAGE)

  /** Runs the plugin as Vite would. */
  function build(plugin: Plugin) {
    const info = vi.fn()
    const error = vi.fn((message: string): never => {
      throw new Error(message)
    })
    const hook = plugin.writeBundle
    const run = typeof hook === 'function' ? hook : hook?.handler
    const generate = () => run?.call({ info, error } as never, {} as never, bundle as never)
    return { generate, info }
  }

  it('lets a build pass that is exactly at its budget, and says its size', () => {
    const { generate, info } = build(firstLoadBudget({ pageModule: PAGE, maxBytes: bytes }))
    generate()
    expect(info).toHaveBeenCalledExactlyOnceWith(
      `first-load-js ${(bytes / 1_000).toFixed(1)} kB gzip (budget ${bytes / 1_000} kB)`,
    )
  })

  it('fails a build that is one byte over', () => {
    const { generate } = build(firstLoadBudget({ pageModule: PAGE, maxBytes: bytes - 1 }))
    expect(generate).toThrow(/too heavy/)
  })

  it('stays away from the development server', () => {
    expect(firstLoadBudget({ pageModule: PAGE, maxBytes: 1 }).apply).toBe('build')
  })
})
