import { relative } from 'node:path'
import { runnerImport } from 'vite'
import type { Brand } from '../../src/brand/brand'
import { parseBrand } from '../../src/brand/brandSchema'
import { editionFile } from './editionFile'

export interface Edition {
  /** Absolute path. */
  readonly file: string
  readonly brand: Brand
}

/**
 * Finds the edition that `VITE_BRAND` names, and checks it.
 *
 * @throws BrandError when there is none of this name, or when its file lacks something
 */
export async function loadEdition(root: string, name: string | undefined): Promise<Edition> {
  const file = editionFile(root, name)
  const { module } = await runnerImport<{ edition?: unknown }>(file, {
    configFile: false,
    logLevel: 'warn',
  })
  return { file, brand: parseBrand(module.edition, relative(root, file)) }
}
