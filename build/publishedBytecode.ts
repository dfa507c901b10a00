import type { Plugin } from 'vite'
import { chainlinkOracleWrapper, smaOracle } from '../devnet/publishedBytecode'

const MODULE = 'virtual:published-bytecode'
const RESOLVED = `\0${MODULE}`

/**
 * Gives the app the creation bytecode of the oracle wrappers as the contracts' own package has it: it goes from there
 * into the build, and is never written down in this repository.
 */
export function publishedBytecode(): Plugin {
  return {
    name: 'published-bytecode',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? bytecodeModule() : undefined),
  }
}

/** The module's text. */
export function bytecodeModule(): string {
  return [
    `export const chainlinkOracleWrapper = ${JSON.stringify(chainlinkOracleWrapper)}`,
    `export const smaOracle = ${JSON.stringify(smaOracle)}`,
  ].join('\n')
}
