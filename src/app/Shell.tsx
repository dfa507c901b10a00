import { type ReactNode, useEffect } from 'react'
import { Outlet, useLocation } from 'react-router'
import { AccountButton } from './AccountButton'
import { Frame } from './Frame'
import { NetworkStatus } from './NetworkStatus'
import { ThemeToggle } from './ThemeToggle'

/** The frame around every page, with what lives in it. */
export function Shell({ page }: { page: (outlet: ReactNode) => ReactNode }) {
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page starts at its top
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [pathname])
  return (
    <Frame
      status={
        <>
          <NetworkStatus />
          <ThemeToggle />
          <AccountButton />
        </>
      }
    >
      {page(<Outlet />)}
    </Frame>
  )
}
