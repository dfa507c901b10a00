import { useEffect, useState } from 'react'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

const NOBODY: ReadonlySet<string> = new Set()

/**
 * The markets that another one could be taken for by its name, by address: each is shown with its address. What compares names
 * is not part of the first load; until it has come every market has its plain name.
 *
 * @returns The same set for as long as the same markets are in it
 */
export function useNamesakes(): ReadonlySet<string> {
  const network = useNetwork()
  const pools = useSnapshot().snapshot?.pools
  const [namesakes, setNamesakes] = useState(NOBODY)
  useEffect(() => {
    if (pools === undefined) return
    import('./marketNamesakes').then(
      ({ marketNamesakes }) => setNamesakes((before) => marketNamesakes(before, network, pools)),
      () => undefined,
    )
  }, [network, pools])
  return namesakes
}
