import { afterEach, expect, it, vi } from 'vitest'
import { newFlowId } from './newFlowId'

afterEach(() => vi.unstubAllGlobals())

const { crypto } = globalThis

it.each<[where: string, what: unknown]>([
  ['a page on https', crypto],
  ['a page on plain http', { getRandomValues: crypto.getRandomValues.bind(crypto) }],
  ['a browser without it', undefined],
])('makes names that are all different on %s', (_, what) => {
  vi.stubGlobal('crypto', what)
  const ids = Array.from({ length: 200 }, newFlowId)
  expect(new Set(ids).size).toBe(200)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})
