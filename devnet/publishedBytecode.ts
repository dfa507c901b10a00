import { loadArtifact } from './artifacts'

/** The creation bytecode of the oracle wrappers, as the contracts' own package has it. */
export const chainlinkOracleWrapper = loadArtifact('ChainlinkOracleWrapper').bytecode
export const smaOracle = loadArtifact('SMAOracle').bytecode
