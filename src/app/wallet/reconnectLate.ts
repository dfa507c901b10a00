import type { Config } from 'wagmi'
import { reconnect } from 'wagmi/actions'
import { addConnectors } from './addConnectors'

/** A wallet that takes longer keeps no one from connecting another one. */
const PATIENCE_MS = 15_000
/** wagmi calls it reconnecting, and not connecting, where there is a current connection. */
const NOT_YET = 'not yet'

/**
 * Reconnects someone who came by WalletConnect, whose code is no part of the first load. Until then no one is connected: what
 * wagmi has stored of an earlier visit can send nothing.
 */
export async function reconnectLate(config: Config, projectId: string | undefined): Promise<void> {
  config.setState((state) => ({
    ...state,
    connections: new Map(),
    current: NOT_YET,
    status: 'reconnecting',
  }))
  const timer = setTimeout(() => {
    config.setState((state) =>
      state.current === NOT_YET ? { ...state, current: null, status: 'disconnected' } : state,
    )
  }, PATIENCE_MS)
  addConnectors(config, projectId)
  await reconnect(config)
  clearTimeout(timer)
}
