import type { Client } from 'viem'
import type { Config } from 'wagmi'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { Flow } from './flow'
import type { FlowStore } from './flowStore'
import type { OwnContracts } from './foreignContract'

/** What a run needs from around it. */
export interface FlowContext {
  readonly config: Config
  readonly store: FlowStore
  /** Called when a transaction has changed the chain. */
  readonly onChainChanged: () => void
  /**
   * The newest state of the flow's pool, with the account's part in it, and what of it is not known.
   *
   * @throws RPC errors; an Error when the pool does not answer
   */
  readonly readPool: (
    flow: Flow,
  ) => Promise<Pick<PoolAtBlock, 'snapshot' | 'account' | 'unverifiedComponents'>>
  /**
   * The contracts that the flow may name, by the chain and the configuration.
   *
   * @throws RPC errors
   */
  readonly readContracts: (flow: Flow) => Promise<OwnContracts>
}

/** @throws Error when the app has no RPC for the flow's chain */
export function clientOf(config: Config, { chainId }: Flow): Client {
  const client = config.getClient({ chainId })
  if (client === undefined) throw new Error(`No RPC for chain ${chainId}`)
  return client
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
