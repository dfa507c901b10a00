import type { ReactNode } from 'react'

/** What all of it is about. It stands on a page before any data has come, in the same place as after. */
export function WhatPoolsDo({ children }: { children?: ReactNode }) {
  return (
    <p className="mt-1 max-w-prose text-muted">
      Each pool has a long and a short side. At every rebalance the side that the index moved
      against pays the other. Tokens of a side cannot be liquidated.
      {children}
    </p>
  )
}
