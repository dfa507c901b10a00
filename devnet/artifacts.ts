import { createRequire } from 'node:module'
import type { Abi, Address, Hex } from 'viem'

/** A compiled contract of the published protocol: its ABI and its creation bytecode, unchanged. */
export interface Artifact {
  readonly name: string
  readonly abi: Abi
  /** Creation bytecode, library references already linked. */
  readonly bytecode: Hex
}

interface EthersFactory {
  readonly abi: Abi
  readonly bytecode: string
  readonly linkBytecode?: (libraries: Record<string, string>) => string
}

const require = createRequire(import.meta.url)
const LIBRARY_REFERENCE = 'contracts/libraries/PoolSwapLibrary.sol:PoolSwapLibrary'

/**
 * Loads one contract of `@tracer-protocol/perpetual-pools-contracts` from its ethers factory.
 *
 * @param name Contract name, e.g. `PoolFactory`
 * @param poolSwapLibrary Address of the deployed library; needed by the contracts that link it
 * @throws Error when the package has no such contract, or when a library address is missing
 */
export function loadArtifact(name: string, poolSwapLibrary?: Address): Artifact {
  const path = `@tracer-protocol/perpetual-pools-contracts/types/factories/${name}__factory.js`
  const factory = (require(path) as Record<string, EthersFactory>)[`${name}__factory`]
  if (factory === undefined) throw new Error(`No contract ${name} in the contracts package`)
  if (factory.linkBytecode === undefined)
    return { name, abi: factory.abi, bytecode: withPrefix(factory.bytecode) }
  if (poolSwapLibrary === undefined)
    throw new Error(`${name} links PoolSwapLibrary: pass its address`)
  const linked = factory.linkBytecode({ [LIBRARY_REFERENCE]: poolSwapLibrary })
  return { name, abi: factory.abi, bytecode: withPrefix(linked) }
}

function withPrefix(bytecode: string): Hex {
  return bytecode.startsWith('0x') ? (bytecode as Hex) : `0x${bytecode}`
}
