import type { Hex } from 'viem'

/**
 * Hashes of the oracle wrappers' runtime code as the contracts' package publishes it, with zeros where the lens puts them:
 * for the immutables, which differ with each deployment, and for the digest in the metadata, which differs with the paths and
 * comments of the sources and is never executed. `wrapperCode.devnet.test.ts` finds both again from two deployments each.
 *
 * @see PoolLens._codeHash
 */
export const WRAPPER_HASHES = {
  /** ChainlinkOracleWrapper */
  spot: '0x588abcbe7c19dbc90953a96b2aeb7f6dcb1015a759ba22f9c05b5221630c573c',
  /** SMAOracle */
  sma: '0xd74c34114fbf3510f63d64d729ac5ad6cfecc2d4bb8faafa76fa5244bd84389f',
} as const satisfies Record<string, Hex>
