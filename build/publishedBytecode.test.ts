import { keccak256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { bytecodeModule } from './publishedBytecode'

/** Of the creation bytecode in version 1.2.5 of the contracts' package. */
const PUBLISHED = {
  chainlinkOracleWrapper: '0xda89043d90b96d586670e7a9815f176d8aafa36ff894db807ccaac62b4997fbf',
  smaOracle: '0x634efae3a5769ee156a4c0225d3e201350025cb6f0c12d193bfc3ed1b96eedaa',
}

describe('the published bytecode', () => {
  it.each(Object.entries(PUBLISHED))(
    'of %s is that of the package, byte for byte',
    (name, hash) => {
      const code = new RegExp(`export const ${name} = "(0x[0-9a-f]+)"`).exec(bytecodeModule())?.[1]
      expect(keccak256(code as `0x${string}`)).toBe(hash)
    },
  )
})
