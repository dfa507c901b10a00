import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

const require = createRequire(import.meta.url)

interface Published {
  readonly sources: Readonly<
    Record<string, { readonly abi: Abi; readonly bytecode: string } | undefined>
  >
}

/**
 * Synthetix' `StakingRewards` as published (MIT): with an owner who can pause it and set how long rewards run, as the live farms
 * have it. ABI and creation bytecode, unchanged.
 *
 * @throws Error when the package has no such contract
 */
export function loadStakingRewards(): { readonly abi: Abi; readonly bytecode: Hex } {
  const { sources } = require('synthetix/publish/deployed/mainnet/deployment.json') as Published
  const source = sources.StakingRewards
  if (source === undefined) throw new Error('No StakingRewards in the package')
  return { abi: source.abi, bytecode: `0x${source.bytecode.replace(/^0x/, '')}` }
}
