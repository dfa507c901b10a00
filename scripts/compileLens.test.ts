import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileLens, generatedLens, LENS_FILE } from './compileLens'

it('the lens in the repository is what its source compiles to: if not, `npm run lens`', () => {
  expect(generatedLens(compileLens())).toBe(readFileSync(LENS_FILE, 'utf8'))
}, 120_000)
