import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileContract, generatedModule, OWN_CONTRACTS } from './compileContract'

it.each(OWN_CONTRACTS)(
  '$contract in the repository is what its source compiles to: if not, `npm run contracts`',
  (own) => {
    expect(generatedModule(own, compileContract(own))).toBe(readFileSync(own.file, 'utf8'))
  },
  600_000,
)
