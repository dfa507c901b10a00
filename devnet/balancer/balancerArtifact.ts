import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

const require = createRequire(import.meta.url)

/** Where the published, compiled contracts lie in Balancer's package. */
const PATHS = {
  Authorizer: '20210418-authorizer/artifact/Authorizer.json',
  Vault: '20210418-vault/artifact/Vault.json',
  // The factory of June 2022, when the live pools were made.
  WeightedPoolFactory: 'deprecated/20210418-weighted-pool/artifact/WeightedPoolFactory.json',
  BalancerQueries: '20220721-balancer-queries/artifact/BalancerQueries.json',
} as const

/** One of Balancer's contracts as published: its ABI and its creation bytecode, unchanged. */
export function loadBalancerArtifact(name: keyof typeof PATHS): {
  readonly abi: Abi
  readonly bytecode: Hex
} {
  return require(`@balancer-labs/v2-deployments/dist/tasks/${PATHS[name]}`) as {
    abi: Abi
    bytecode: Hex
  }
}
