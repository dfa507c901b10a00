import { lazy } from 'react'

// In two steps: the first load has no room for the names of all the files that the page is made of.
const LearnPage = lazy(async () => ({
  default: (await import('../../features/learn/LearnPage')).LearnPage,
}))

/** How a pool works. */
export function LearnRoute() {
  return <LearnPage />
}
