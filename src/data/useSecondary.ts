import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useClient } from 'wagmi'
import type { Secondary } from '../chain/secondary/getSecondary'
import { secondaryQueryOptions } from '../chain/secondary/secondaryQueries'
import type { BlockStamp } from '../chain/snapshot'
import { hasFarms } from '../chain/staking/hasFarms'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'
import { useSnapshotRider } from './snapshotRiders'

/** What has missed its snapshots for so long, as on a page that has just been opened, does not wait for the next one. */
const LATE_MS = 20_000

/** The farms, and how the reading of them goes. */
export interface LiveSecondary {
  /** Whether there is anything to read on this chain. */
  readonly isOn: boolean
  /** Kept while a newer reading fails. */
  readonly secondary: Secondary | undefined
  /** Whether the account's part is known, or there is nothing to read. */
  readonly isKnown: boolean
  /** Why the last try failed; null while all is well. */
  readonly trouble: Error | null
}

/**
 * Farms and Balancer's pools for the account that is looked at, read in one request with each snapshot.
 *
 * @param minAgeMs What is younger is not read again: for pages where stakes are a side matter
 * @param heldAgeMs The same where the account has something there
 */
export function useSecondary(minAgeMs = 0, heldAgeMs = minAgeMs): LiveSecondary {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  if (client === undefined) throw new Error('No RPC client for the configured chain')
  const { snapshot, account } = useSnapshot()
  const isOn = hasFarms(network)
  const options = secondaryQueryOptions(client, network, account)
  const { data, isPlaceholderData, failureReason, refetch } = useQuery({
    ...options,
    placeholderData: withoutAccount,
  })
  const head = snapshot?.block
  const readAt = data?.block
  const ageMs = data !== undefined && hasPart(data) ? heldAgeMs : minAgeMs
  const read = useCallback(() => void refetch({ cancelRefetch: false }), [refetch])
  useSnapshotRider(
    useCallback(
      () =>
        readAt !== undefined && (ageMs === 0 || (head !== undefined && isDue(head, readAt, ageMs))),
      [head, readAt, ageMs],
    ),
    read,
  )
  useEffect(() => {
    if (head === undefined || readAt === undefined) return
    if (isDue(head, readAt, Math.max(ageMs, LATE_MS))) read()
  }, [head, readAt, ageMs, read])
  const isKnown = !options.enabled || (data !== undefined && !isPlaceholderData)
  return { isOn, secondary: data, isKnown, trouble: failureReason }
}

/** Whether the account has anything in a farm, or LP tokens. */
function hasPart({ farms, pools }: Secondary): boolean {
  const isHeld = ({ account }: Secondary['farms'][number]) =>
    account !== undefined && account.staked + account.earned > 0n
  return farms.some(isHeld) || pools.some(({ held }) => held > 0n)
}

/** Whether the snapshot is ahead of what was read, by long enough. A chain that has started again has lower blocks of later times. */
export function isDue(head: BlockStamp, readAt: BlockStamp, minAgeMs: number): boolean {
  const isAhead = head.number > readAt.number || head.timestampSec > readAt.timestampSec
  return isAhead && (head.timestampSec - readAt.timestampSec) * 1_000n >= BigInt(minAgeMs)
}

/** While another account's part is on its way, what does not depend on an account still holds. */
function withoutAccount(previous: Secondary | undefined): Secondary | undefined {
  if (previous === undefined) return undefined
  return {
    ...previous,
    pools: previous.pools.map((pool) => ({
      ...pool,
      held: 0n,
      tokens: pool.tokens.map((token) => ({ ...token, held: 0n, allowance: 0n })),
    })),
    farms: previous.farms.map((farm) => ({
      ...farm,
      account: undefined,
      stakingToken: { ...farm.stakingToken, held: 0n, allowance: 0n },
    })),
  }
}
