import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rollup } from 'vite'

/** Modules that the build itself makes from a package's files. */
const MADE_FROM: Readonly<Record<string, string>> = {
  '\0virtual:published-bytecode': 'node_modules/@tracer-protocol/perpetual-pools-contracts/',
}

/**
 * The packages of which something is in a build, by the licence that each names.
 *
 * @param output What the bundler made
 * @param root The project's folder
 * @returns Licence → names of packages, both in alphabetical order; `unknown` for a package that names none
 */
export function bundledLicences(
  output: readonly (Rollup.OutputAsset | Rollup.OutputChunk)[],
  root: string,
): Readonly<Record<string, readonly string[]>> {
  const files = output.flatMap((item) =>
    item.type === 'chunk'
      ? item.moduleIds.map((id) => MADE_FROM[id] ?? id)
      : item.originalFileNames,
  )
  const packages = new Set(files.flatMap((file) => packageFolder(file) ?? []))
  const byLicence = new Map<string, Set<string>>()
  for (const folder of packages) {
    const { name, licence } = readManifest(folder.startsWith('/') ? folder : join(root, folder))
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(name))
  }
  return Object.fromEntries(
    [...byLicence]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([licence, names]) => [licence, [...names].toSorted()]),
  )
}

/** Up to the last package in a path; undefined for the project's own files. */
function packageFolder(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file.replace(/^\0/, ''))?.[0]
}

function readManifest(folder: string): { readonly name: string; readonly licence: string } {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    license?: unknown
  }
  return { name, licence: typeof license === 'string' ? license : 'unknown' }
}
