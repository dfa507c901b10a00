import { useMemo, useState } from 'react'
import { marketNamesakes } from './marketNamesakes'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

const NOBODY: ReadonlySet<string> = new Set()

/**
 * The markets that another one could be taken for by its name, by address: each is shown with its address. Not for the first
 * load, which has no room for what compares names.
 *
 * @returns The same set for as long as the same markets are in it
 */
export function useNamesakes(): ReadonlySet<string> {
  const network = useNetwork()
  const pools = useSnapshot().snapshot?.pools
  const [last, setLast] = useState(NOBODY)
  const now = useMemo(() => marketNamesakes(network, pools ?? []), [network, pools])
  const isSame = now.size === last.size && [...now].every((address) => last.has(address))
  if (isSame) return last
  setLast(now)
  return now
}
