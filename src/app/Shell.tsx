import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useAccount } from 'wagmi'
import { AccountButton } from './AccountButton'
import { Frame } from './Frame'
import { NetworkStatus } from './NetworkStatus'
import { ThemeToggle } from './ThemeToggle'
import { usePageFocus } from './usePageFocus'

// For an account alone. Without their code the page lacks an announcement and nothing else.
const nothing = () => ({ default: (): ReactNode => null })
const ReadyCount = lazy(() => import('./ReadyCount').catch(nothing))
const ExecutedNotice = lazy(() => import('./ExecutedNotice').catch(nothing))

/** The frame around every page, with its live content. */
export function Shell({ page }: { page: (outlet: ReactNode) => ReactNode }) {
  useMissedNavigation()
  usePageFocus()
  const hasAccount = useAccount().address !== undefined
  return (
    <Frame
      network={<NetworkStatus />}
      controls={
        <>
          <ThemeToggle className="w-9 px-0! max-sm:hidden" />
          <AccountButton />
        </>
      }
      ready={
        hasAccount && (
          <Suspense>
            <ReadyCount />
          </Suspense>
        )
      }
      menu={<ThemeToggle hasText className="px-2! sm:hidden" />}
    >
      {page(<Outlet />)}
      {hasAccount && (
        <Suspense>
          <ExecutedNotice />
        </Suspense>
      )}
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
