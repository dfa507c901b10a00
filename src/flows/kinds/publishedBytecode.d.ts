/** Made by the build from the contracts' own package: `build/publishedBytecode.ts`. */
declare module 'virtual:published-bytecode' {
  export const chainlinkOracleWrapper: `0x${string}`
  export const smaOracle: `0x${string}`
}
