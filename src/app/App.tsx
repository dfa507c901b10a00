import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { WagmiProvider } from 'wagmi'
import { hashFn } from 'wagmi/query'
import { FlowsProvider } from '../data/FlowsProvider'
import { NetworkContext } from '../data/NetworkContext'
import { SnapshotProvider } from '../data/SnapshotProvider'
import { afterPointerUp } from '../press'
import type { AppConfig } from './config'
import { Router } from './Router'
import { lastWallet } from './wallet/lastWallet'
import { WalletKitProvider } from './wallet/WalletKitProvider'
import { createWagmiConfig } from './wallet/wagmiConfig'

// What has been read is handed out in a task of its own, as the library does it, but under no press.
notifyManager.setScheduler((handOut) => setTimeout(() => afterPointerUp(handOut), 0))

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { queryKeyHashFn: hashFn, refetchOnWindowFocus: true } },
  })
}

/** The whole app: providers around the router. */
export function App({ config }: { config: AppConfig }) {
  const [queryClient] = useState(createQueryClient)
  const [wagmiConfig] = useState(() => createWagmiConfig(config))
  const projectId = config.walletConnectProjectId
  const [isLate] = useState(() => projectId !== undefined && lastWallet() === 'walletConnect')
  return (
    <WagmiProvider config={wagmiConfig} reconnectOnMount={!isLate}>
      <QueryClientProvider client={queryClient}>
        <NetworkContext value={config.network}>
          <WalletKitProvider projectId={projectId} isLate={isLate}>
            <SnapshotProvider>
              <FlowsProvider>
                <Router />
              </FlowsProvider>
            </SnapshotProvider>
          </WalletKitProvider>
        </NetworkContext>
      </QueryClientProvider>
    </WagmiProvider>
  )
}
