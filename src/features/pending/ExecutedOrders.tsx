import { type ReactNode, useMemo, useState } from 'react'
import { isAddressEqual } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLog } from '../../data/useAccountLog'
import { useNamesakes } from '../../data/useNamesakes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { pendingContent } from './content'
import { executedOrders, type Order } from './executedOrders'
import { OrderRow } from './OrderRow'
import { useExecutedIntervals } from './useExecutedIntervals'

const PAGE = 3

/**
 * What the account's executed orders came to, the newest first: of one pool, or of all.
 *
 * @param children What can be done with what came, below the list
 */
export function ExecutedOrders({ pool, children }: { pool?: PoolAtBlock; children?: ReactNode }) {
  const namesakes = useNamesakes()
  const { log } = useAccountLog()
  const [count, setCount] = useState(PAGE)
  const orders = useOrders(pool)
  const shown = useMemo(() => orders.slice(0, count), [orders, count])
  const { data } = useExecutedIntervals(shown)
  if (log === undefined || orders.length === 0) return null
  return (
    <Card title={pendingContent.executed.title}>
      <ul className="divide-y divide-line">
        {shown.map((order) => (
          <OrderRow
            key={order.key}
            order={order}
            log={log}
            executed={data?.get(order.pool.facts.committer)}
            isPoolNamed={pool === undefined}
            isNamesake={namesakes.has(order.pool.facts.address)}
          />
        ))}
      </ul>
      {orders.length > count && (
        <Button look="quiet" className="mt-2 -ml-3" onClick={() => setCount(count + PAGE * 3)}>
          {pendingContent.executed.showOlder}
        </Button>
      )}
      {children}
    </Card>
  )
}

function useOrders(pool: PoolAtBlock | undefined): readonly Order[] {
  const { log } = useAccountLog()
  const { snapshot, account } = useSnapshot()
  const flows = useFlows()
  return useMemo(() => {
    if (log === undefined || account === undefined) return []
    const pools = pool === undefined ? (snapshot?.pools ?? []) : [pool]
    const own = flows.filter((flow) => isAddressEqual(flow.account, account))
    return executedOrders(log, pools, own)
  }, [account, flows, log, pool, snapshot])
}
