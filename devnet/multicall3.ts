import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Address, Hex } from 'viem'

/** The address Multicall3 has on nearly every chain. */
export const MULTICALL3_ADDRESS: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

/**
 * Creation code of Multicall3. viem carries it for calls without deployment, but does not export
 * it, so it is loaded by its path inside the package.
 *
 * @throws Error when viem no longer has it there
 */
export function multicall3CreationCode(): Hex {
  const require = createRequire(import.meta.url)
  const file = join(dirname(require.resolve('viem')), 'constants', 'contracts.js')
  const { multicall3Bytecode } = require(file) as { multicall3Bytecode?: Hex }
  if (multicall3Bytecode === undefined) throw new Error(`No multicall3Bytecode in ${file}`)
  return multicall3Bytecode
}
