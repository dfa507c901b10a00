import type { Network } from '../network'

/** Chains with farms in the table of `resolveFarms`, which is too heavy to load with every page. */
const KNOWN_CHAINS: readonly number[] = [42161]

/** Whether there are farms on a chain: those of the table, or those that the configuration names. */
export function hasFarms({ chain, farms = [] }: Pick<Network, 'chain' | 'farms'>): boolean {
  return farms.length > 0 || KNOWN_CHAINS.includes(chain.id)
}
