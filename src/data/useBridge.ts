import { type Client, createClient } from 'viem'
import type { BridgeNetwork } from '../chain/bridge/bridgeNetwork'
import { resolveBridge } from '../chain/bridge/resolveBridge'
import type { Network } from '../chain/network'
import { rpcTransport } from '../chain/rpcTransport'
import { useNetwork } from './NetworkContext'

/** The way to Ethereum from the pools' chain. */
interface Bridge {
  readonly network: BridgeNetwork
  /** Undefined where no RPC of Ethereum is configured. */
  readonly ethereum: Client | undefined
}

/** One client each: it remembers what its RPC takes. */
const bridges = new WeakMap<Network, Bridge>()

/** The bridge of this build's chain; undefined where none is known. */
export function useBridge(): Bridge | undefined {
  const network = useNetwork()
  const known = bridges.get(network)
  if (known !== undefined) return known
  const resolved = resolveBridge(network)
  if (resolved === undefined) return undefined
  const bridge = { network: resolved, ethereum: clientOf(resolved.ethereumRpcUrls) }
  bridges.set(network, bridge)
  return bridge
}

function clientOf(rpcUrls: readonly string[]): Client | undefined {
  if (rpcUrls.length === 0) return undefined
  return createClient({ transport: rpcTransport(rpcUrls) })
}
