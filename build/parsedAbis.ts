import { parseAbi } from 'viem'
import type { Plugin } from 'vite'

/** A call on a list of plain texts. */
const CALL = /\bparseAbi\(\[((?:\s*'[^']*',?)+\s*)\]\)/g

/**
 * Parses the contracts' interfaces while building: a slow telephone would take some hundredths of a second for it at each start,
 * in the very task that the page waits for. The sources keep the form that people read, and tests run on them as they are.
 */
export function parsedAbis(): Plugin {
  return {
    name: 'parsed-abis',
    enforce: 'pre',
    apply: 'build',
    transform: (code, id) =>
      /\.tsx?$/.test(id) ? { code: parseAbis(code), map: null } : undefined,
  }
}

/** A module's text with what its calls of `parseAbi` give in the place of each. */
export function parseAbis(code: string): string {
  return code.replaceAll(CALL, (_, list: string) => {
    const signatures = Array.from(list.matchAll(/'([^']*)'/g), ([, signature = '']) => signature)
    return JSON.stringify(parseAbi(signatures))
  })
}
