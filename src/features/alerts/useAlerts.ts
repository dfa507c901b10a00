import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Alert, dueAlerts, type WatchedPool } from '../../analytics/alerts/dueAlerts'
import { computeEach } from '../../analytics/computeEach'
import { holdingOf, isEmptyHolding } from '../../analytics/holding'
import { poolStatuses } from '../../analytics/poolStatus'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { readyWithdrawals } from '../../data/knownWithdrawals'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useStoredValue } from '../../data/storedValue'
import { computeSkewWad } from '../../protocol/poolMetrics'
import { loadAlertMemory, saveAlertMemory } from './alertMemory'
import { alertSettings, parseSkewLimit } from './alertSettings'
import { inOneTab } from './inOneTab'

/** An alert, and the market that it is about as it was read then. */
export interface RaisedAlert extends Alert {
  readonly market: PoolAtBlock | undefined
}

/**
 * Raises what the person has switched on, each thing once in all tabs of this browser, at each block that is read:
 * while the tab is in the background about once a minute.
 *
 * @param onAlerts Called with those that are new
 */
export function useAlerts(onAlerts: (alerts: readonly RaisedAlert[]) => void): void {
  const { snapshot, isWatched } = useSnapshot()
  const { kinds, skewLimit } = useStoredValue(alertSettings)
  const { chain } = useNetwork()
  const queries = useQueryClient()
  const account = isWatched ? undefined : snapshot?.account
  useEffect(() => {
    // Looked at also while all is off: what is switched on later tells only what happens then.
    if (snapshot === undefined || account === undefined) return
    void inOneTab(() => {
      const nowSec = Number(snapshot.block.timestampSec)
      const { memory, alerts } = dueAlerts(
        loadAlertMemory(chain.id, account),
        computeEach(snapshot.pools, (pool) => toWatchedPool(pool, nowSec)).filter(
          (pool) => pool !== undefined,
        ),
        readyWithdrawals(queries, chain.id, account),
        parseSkewLimit(skewLimit),
      )
      saveAlertMemory(chain.id, account, memory)
      const wanted = alerts.filter(({ kind }) => kinds.includes(kind))
      if (wanted.length === 0) return
      const marketOf = new Map(snapshot.pools.map((pool) => [pool.facts.address, pool]))
      onAlerts(
        wanted.map((alert) => ({ ...alert, market: alert.pool && marketOf.get(alert.pool) })),
      )
    })
  }, [snapshot, account, kinds, skewLimit, chain.id, queries, onAlerts])
}

function toWatchedPool(
  { facts, snapshot, market, account }: PoolAtBlock,
  nowSec: number,
): WatchedPool | undefined {
  if (account === undefined) return undefined
  const statuses = poolStatuses(snapshot, nowSec, market.feedUpdatedAtSec, facts.deprecated)
  return {
    pool: facts.address,
    updateIntervalId: snapshot.updateIntervalId,
    queuedIds: account.user.unAggregatedCommitments.filter((id) => id >= snapshot.updateIntervalId),
    isHeld: !isEmptyHolding(holdingOf(snapshot, account)),
    hasEscrow: Object.values(account.escrow).some((amount) => amount > 0n),
    isLate: statuses.some(({ kind }) => kind === 'late'),
    skewWad: computeSkewWad(snapshot),
  }
}

/** How many alerts the page shows; the oldest go. */
const MAX_SHOWN = 3

/** The newest alerts, until they are dismissed. */
export function useShownAlerts(onAlerts: (alerts: readonly RaisedAlert[]) => void) {
  const [shown, setShown] = useState<readonly RaisedAlert[]>([])
  const [raise] = useState(() => (alerts: readonly RaisedAlert[]) => {
    onAlerts(alerts)
    // The page announces executed orders on its own, whether or not alerts are on.
    const visible = alerts.filter(({ kind }) => kind !== 'executed')
    setShown((before) => [...before, ...visible].slice(-MAX_SHOWN))
  })
  useAlerts(raise)
  const dismiss = (key: string) => setShown((all) => all.filter((alert) => alert.key !== key))
  return [shown, dismiss] as const
}
