import { useEffect, useRef, useState } from 'react'
import { hasSent, isBusy, type LiveFlow } from '../../flows/flow'

/**
 * Says once that the order which is under way, a commit or a swap, has been sent. An older one that was rejected waits beside it, and is no longer the
 * ticket's.
 *
 * @param flows Of this market and account
 */
export function useSentOrder(flows: readonly LiveFlow[], onSent: () => void): void {
  const underWayId = flows.find(
    (flow) => isOrder(flow) && isBusy(flow) && !hasSent(flow, flow.intent.kind),
  )?.id
  const [startedId, setStartedId] = useState(underWayId)
  if (underWayId !== undefined && underWayId !== startedId) setStartedId(underWayId)
  const isSent = flows.some((flow) => flow.id === startedId && hasSent(flow, flow.intent.kind))
  const latest = useRef(onSent)
  latest.current = onSent
  useEffect(() => {
    if (!isSent) return
    latest.current()
    setStartedId(undefined)
  }, [isSent])
}

function isOrder({ intent }: LiveFlow): boolean {
  return intent.kind === 'commit' || intent.kind === 'swap'
}
