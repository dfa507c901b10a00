import { useNetwork } from './NetworkContext'

/** Where the network's block explorer is; undefined when it has none. */
export function useExplorerUrl(): string | undefined {
  return useNetwork().chain.blockExplorers?.default.url
}
