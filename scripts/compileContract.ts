import { readFileSync } from 'node:fs'
import solc from 'solc'

/** A contract of our own: a lens, which is only ever run by `eth_call`, or a part of the devnet. */
export interface OwnContract {
  readonly contract: string
  /** Relative to the project's root. */
  readonly source: string
  /** What is made of it. */
  readonly file: string
  /** The names that the module exports. */
  readonly abiName: string
  readonly codeName: string
  /** What the app or the devnet calls or decodes; a lens calls the rest itself. */
  readonly called: readonly string[]
}

export const OWN_CONTRACTS: readonly OwnContract[] = [
  {
    contract: 'PoolLens',
    source: 'src/chain/lens/PoolLens.sol',
    file: 'src/chain/lens/poolLens.ts',
    abiName: 'poolLensAbi',
    codeName: 'POOL_LENS_CODE',
    called: ['readRegistry', 'readPools', 'findHoldings', 'readFacts', 'readPool'],
  },
  {
    contract: 'SecondaryLens',
    source: 'src/chain/secondary/SecondaryLens.sol',
    file: 'src/chain/secondary/secondaryLens.ts',
    abiName: 'secondaryLensAbi',
    codeName: 'SECONDARY_LENS_CODE',
    called: ['read', 'readPool', 'readFarm'],
  },
  {
    contract: 'FeedStandIn',
    source: 'devnet/feed/FeedStandIn.sol',
    file: 'devnet/feed/feedStandIn.ts',
    abiName: 'feedStandInAbi',
    codeName: 'FEED_STAND_IN_CODE',
    called: ['setPrice', 'skipRounds', 'replaceAggregator'],
  },
]

export interface CompiledContract {
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
 * Compiles a contract for small code. The EVM version is an old one on purpose, so that every node runs it.
 *
 * @throws Error with the compiler's messages
 */
export function compileContract({ contract, source, called }: OwnContract): CompiledContract {
  const input = {
    language: 'Solidity',
    sources: { own: { content: readFileSync(source, 'utf8') } },
    settings: {
      viaIR: true,
      evmVersion: 'london',
      optimizer: { enabled: true, runs: 1 },
      debug: { revertStrings: 'strip' },
      metadata: { appendCBOR: false },
      outputSelection: { '*': { [contract]: ['abi', 'evm.deployedBytecode.object'] } },
    },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as SolcOutput
  const failures = (output.errors ?? []).filter(({ severity }) => severity === 'error')
  if (failures.length > 0)
    throw new Error(failures.map(({ formattedMessage }) => formattedMessage).join('\n'))
  const compiled = output.contracts.own?.[contract]
  if (compiled === undefined) throw new Error(`The compiler gave no ${contract}`)
  const isCalled = (item: unknown) => called.includes((item as { name?: string }).name ?? '')
  return { abi: compiled.abi.filter(isCalled), code: `0x${compiled.evm.deployedBytecode.object}` }
}

/** The text of the generated module. */
export function generatedModule(
  { contract, abiName, codeName }: OwnContract,
  { abi, code }: CompiledContract,
): string {
  return `// Generated from ${contract}.sol by \`npm run contracts\`.

export const ${abiName} = ${JSON.stringify(abi, withoutInternalType, 2)} as const

/** Runtime bytecode. */
export const ${codeName} = '${code}'
`
}

function withoutInternalType(key: string, value: unknown): unknown {
  return key === 'internalType' ? undefined : value
}
