import type { Hex } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { liquidityPoolOf } from '../../data/liquidityPoolOf'
import { farmOf } from '../../data/useBusyFarms'
import { type Flow, isFinished } from '../../flows/flow'
import { Button } from '../../ui/Button'
import { transactionsContent as content } from './content'
import { FlowCard } from './FlowCard'
import { shownFlows } from './shownFlows'
import { useOwnFlows } from './useOwnFlows'

/** Unfinished transactions in this pool, and the last result, until they are dismissed. */
export function Transactions({ pool }: { pool: PoolAtBlock }) {
  return <FlowCards isMeant={({ intent }) => intent.pool === pool.facts.address} />
}

/** The same in two places: each stands below what starts it, so that it pushes no button that was just pressed. */
export function TransactionsBelow({ pool, what }: { pool: PoolAtBlock; what: 'swaps' | 'others' }) {
  const shown = shownFlows(useOwnFlows(({ intent }) => intent.pool === pool.facts.address))
  return shown
    .filter(({ intent }) => (intent.kind === 'swap') === (what === 'swaps'))
    .map((flow) => <FlowCard key={flow.id} flow={flow} />)
}

/** The same over all these pools, with a button that dismisses all results together. */
export function AllTransactions({ pools }: { pools: readonly PoolAtBlock[] }) {
  const { dismiss } = useFlowActions()
  const own = useOwnFlows(() => true)
  const shown = pools.flatMap(({ facts }) =>
    shownFlows(own.filter(({ intent }) => intent.pool === facts.address)),
  )
  const finished = shown.filter(isFinished)
  return (
    <>
      {shown.map((flow) => (
        <FlowCard key={flow.id} flow={flow} />
      ))}
      {finished.length > 1 && (
        <Button
          look="quiet"
          onClick={() => {
            for (const { id } of finished) dismiss(id)
          }}
        >
          {content.dismissAll(finished.length)}
        </Button>
      )}
    </>
  )
}

/** Rebalances that the account performs for several markets together: the unfinished ones and the last result. */
export function UpkeepTransactions() {
  return <FlowCards isMeant={({ intent }) => intent.kind === 'upkeep' && intent.pools.length > 1} />
}

/** Claims of fees, for any pool: the unfinished ones and the last result. */
export function FeeClaimTransactions() {
  return <FlowCards isMeant={({ intent }) => intent.kind === 'feeClaim'} />
}

/** Markets that the account creates: the unfinished ones and the last result. */
export function CreateTransactions() {
  return <FlowCards isMeant={({ intent }) => intent.kind === 'create'} />
}

/** Stakes, withdrawals and claims of rewards, in any farm: the unfinished ones and the last result. */
export function FarmTransactions() {
  return <FlowCards isMeant={(flow) => farmOf(flow) !== undefined} />
}

/** Liquidity added to and removed from one pool on Balancer: what is unfinished and the last result. */
export function LiquidityTransactions({ poolId }: { poolId: Hex }) {
  return <FlowCards isMeant={(flow) => liquidityPoolOf(flow) === poolId} />
}

function FlowCards({ isMeant }: { isMeant: (flow: Flow) => boolean }) {
  return shownFlows(useOwnFlows(isMeant)).map((flow) => <FlowCard key={flow.id} flow={flow} />)
}
