import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileLens, generatedLens, LENSES } from './compileLens'

it.each(LENSES)(
  '$contract in the repository is what its source compiles to: if not, `npm run lens`',
  (lens) => {
    expect(generatedLens(lens, compileLens(lens))).toBe(readFileSync(lens.file, 'utf8'))
  },
  120_000,
)
