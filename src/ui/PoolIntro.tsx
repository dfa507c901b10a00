import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** What the pools do, in a line. It is on a page before any data has come, in the same place as after. */
export function PoolIntro({ children }: { children?: ReactNode }) {
  return (
    <p className="mt-1 max-w-prose text-muted">
      Each pool has a long and a short side. At every rebalance the losing side pays the winning
      side. Positions can’t be liquidated.{' '}
      <Link to="/learn" className="underline underline-offset-4">
        How it works
      </Link>
      {children}
    </p>
  )
}
