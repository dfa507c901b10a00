import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { type Address, getAddress, isAddress } from 'viem'
import { useSnapshot } from './SnapshotProvider'

/** The address that the link asks to look at, and which the snapshot then follows for as long as the page stands. */
export function useWatchedAccount(): {
  /** As it stands in the link. */
  readonly requested: string | undefined
  /** Also undefined if the link does not hold a valid address. */
  readonly watched: Address | undefined
} {
  const [params] = useSearchParams()
  const requested = params.get('account') ?? undefined
  const watched =
    requested !== undefined && isAddress(requested, { strict: false })
      ? getAddress(requested)
      : undefined
  const { watch } = useSnapshot()
  useEffect(() => {
    watch(watched)
    return () => watch(undefined)
  }, [watch, watched])
  return { requested, watched }
}
