import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { BrandError } from '../../src/brand/brandSchema'

const FOLDER = 'src/brand/editions'
const DEFAULT_EDITION = 'neutral'

/** The names of all editions under a project's root: their files, without the ending. */
export function editionNames(root: string): readonly string[] {
  return readdirSync(join(root, FOLDER))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'))
    .toSorted()
}

/**
 * The file of an edition, as an absolute path.
 *
 * @param name What `VITE_BRAND` says; the neutral edition when it is empty or not set
 * @throws BrandError naming the editions that there are, when this is none of them
 */
export function editionFile(root: string, name: string | undefined): string {
  const wanted = name?.trim() || DEFAULT_EDITION
  const known = editionNames(root)
  if (!known.includes(wanted))
    throw new BrandError(
      `VITE_BRAND: there is no edition "${wanted}" in ${FOLDER}, only ${known.join(', ')}.`,
    )
  return resolve(root, FOLDER, `${wanted}.ts`)
}
