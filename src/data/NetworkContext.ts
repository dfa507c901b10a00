import { createContext, use } from 'react'
import type { Network } from '../chain/network'

export const NetworkContext = createContext<Network | undefined>(undefined)

/** The chain this build works on. */
export function useNetwork(): Network {
  const network = use(NetworkContext)
  if (network === undefined) throw new Error('NetworkContext is missing')
  return network
}
