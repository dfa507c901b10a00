import { readFileSync } from 'node:fs'
import solc from 'solc'

/** The lens's source, relative to the project's root. */
export const LENS_SOURCE = 'src/chain/lens/PoolLens.sol'

/** What is made of it. */
export const LENS_FILE = 'src/chain/lens/poolLens.ts'

export interface CompiledLens {
  readonly abi: readonly unknown[]
  /** Runtime bytecode, without metadata. */
  readonly code: `0x${string}`
}

interface SolcOutput {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[]
  readonly contracts: Record<
    string,
    Record<
      string,
      { abi: readonly unknown[]; evm: { deployedBytecode: { object: string } } } | undefined
    >
  >
}

/**
 * Compiles the lens for small code. The EVM version is an old one on purpose, so that every node runs it.
 *
 * @throws Error with the compiler's messages
 */
export function compileLens(): CompiledLens {
  const input = {
    language: 'Solidity',
    sources: { 'PoolLens.sol': { content: readFileSync(LENS_SOURCE, 'utf8') } },
    settings: {
      viaIR: true,
      evmVersion: 'london',
      optimizer: { enabled: true, runs: 1 },
      debug: { revertStrings: 'strip' },
      metadata: { appendCBOR: false },
      outputSelection: { '*': { PoolLens: ['abi', 'evm.deployedBytecode.object'] } },
    },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as SolcOutput
  const failures = (output.errors ?? []).filter(({ severity }) => severity === 'error')
  if (failures.length > 0)
    throw new Error(failures.map(({ formattedMessage }) => formattedMessage).join('\n'))
  const lens = output.contracts['PoolLens.sol']?.PoolLens
  if (lens === undefined) throw new Error('The compiler gave no PoolLens')
  return { abi: lens.abi.filter(isCalled), code: `0x${lens.evm.deployedBytecode.object}` }
}

/** What the app calls or decodes; the lens calls the rest itself. */
const CALLED = ['readRegistry', 'readPools', 'findHoldings', 'readFacts', 'readPool']

function isCalled(item: unknown): boolean {
  return CALLED.includes((item as { name?: string }).name ?? '')
}

/** The text of the generated module. */
export function generatedLens({ abi, code }: CompiledLens): string {
  return `// Generated from PoolLens.sol by \`npm run lens\`.

export const poolLensAbi = ${JSON.stringify(abi, withoutInternalType, 2)} as const

/** Runtime bytecode. */
export const POOL_LENS_CODE = '${code}'
`
}

function withoutInternalType(key: string, value: unknown): unknown {
  return key === 'internalType' ? undefined : value
}
