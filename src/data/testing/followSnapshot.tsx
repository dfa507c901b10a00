import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createConfig, WagmiProvider } from 'wagmi'
import { hashFn } from 'wagmi/query'
import type { Network } from '../../chain/network'
import { rpcTransport } from '../../chain/rpcTransport'
import { NetworkContext } from '../NetworkContext'
import { type LiveSnapshot, SnapshotProvider, useSnapshot } from '../SnapshotProvider'

/** What the page below the provider is given. */
export interface FollowedSnapshot {
  /** The latest. */
  now(): LiveSnapshot
  /** All, oldest first. */
  readonly given: readonly LiveSnapshot[]
  stop(): void
}

/** Draws `SnapshotProvider` as the app has it, with no one connected. */
export async function followSnapshot(network: Network): Promise<FollowedSnapshot> {
  const config = createConfig({
    chains: [network.chain],
    connectors: [],
    transports: { [network.chain.id]: rpcTransport(network.rpcUrls) },
  })
  const queries = new QueryClient({ defaultOptions: { queries: { queryKeyHashFn: hashFn } } })
  const given: LiveSnapshot[] = []
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const give = (live: LiveSnapshot) => {
    given.push(live)
    begin()
  }
  const root = createRoot(document.createElement('div'))
  root.render(
    <WagmiProvider config={config}>
      <QueryClientProvider client={queries}>
        <NetworkContext value={network}>
          <SnapshotProvider>
            <Follower onGiven={give} />
          </SnapshotProvider>
        </NetworkContext>
      </QueryClientProvider>
    </WagmiProvider>,
  )
  await begun
  return {
    given,
    now() {
      const live = given.at(-1)
      if (live === undefined) throw new Error('Nothing was drawn')
      return live
    },
    stop() {
      root.unmount()
      queries.clear()
    },
  }
}

function Follower({ onGiven }: { onGiven: (live: LiveSnapshot) => void }) {
  const live = useSnapshot()
  useEffect(() => onGiven(live), [live, onGiven])
  return null
}
