import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useAccount } from 'wagmi'
import { hasFarms } from '../chain/staking/hasFarms'
import { useNetwork } from '../data/NetworkContext'
import { AccountButton } from './AccountButton'
import { Frame } from './Frame'
import { NetworkStatus } from './NetworkStatus'
import type News from './OrderNews'
import { usePageFocus } from './usePageFocus'

// For an account alone. Without its code the page lacks an announcement and nothing else.
const OrderNews = lazy<typeof News>(() =>
  import('./OrderNews').catch(() => ({ default: () => <></> })),
)

// Loaded with every page, after its first paint: once it is needed, the page's host may be as far away as the RPCs.
const ConnectHint = lazy(() =>
  import('../features/walletReading/ConnectHint').catch(() => ({ default: () => null })),
)

// At the end of its row, where nothing stands before it has come.
const ThemeToggle = lazy<() => ReactNode>(() =>
  import('./ThemeToggle').catch(() => ({ default: () => null })),
)

/** The frame around every page, with its live content. */
export function Shell({ page }: { page: (outlet: ReactNode) => ReactNode }) {
  useMissedNavigation()
  usePageFocus()
  const isConnected = useAccount().address !== undefined
  // Also for what is to be said after a wallet has gone.
  const [hasAccount, setHasAccount] = useState(isConnected)
  if (isConnected && !hasAccount) setHasAccount(true)
  return (
    <Frame
      network={<NetworkStatus />}
      controls={<AccountButton />}
      ready={
        hasAccount && (
          <Suspense>
            <OrderNews show="count" />
          </Suspense>
        )
      }
      menu={
        <Suspense>
          <ThemeToggle />
        </Suspense>
      }
      hasFarms={hasFarms(useNetwork())}
    >
      {page(<Outlet />)}
      {/* One place for what comes on its own, over the page: one above the other, and beside the column that one trades in. */}
      <div className="pointer-events-none fixed bottom-3 left-3 max-lg:bottom-[calc(0.75rem+var(--sticky-bar,0px))] z-10 flex max-w-[min(36rem,100vw-1.5rem)] flex-col items-start gap-2 *:pointer-events-auto">
        <Suspense>{hasAccount ? <OrderNews show="notice" /> : <ConnectHint />}</Suspense>
      </div>
    </Frame>
  )
}

/** Goes where the address has led while the app started: the router hears of changes only once it is mounted. */
function useMissedNavigation(): void {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const isChecked = useRef(false)
  useEffect(() => {
    if (isChecked.current) return
    isChecked.current = true
    const wanted = window.location.hash.replace(/^#?\/?/, '/')
    if (wanted !== `${pathname}${search}${hash}`) void navigate(wanted, { replace: true })
  }, [pathname, search, hash, navigate])
}
