import { useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { quadToWad } from '../../analytics/poolFigures'
import type { AccountLog } from '../../chain/commits/accountLog'
import { type Execution, getExecution } from '../../chain/commits/getExecution'
import { logKey } from '../../chain/history/poolEvent'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { useChainNowSec } from '../../data/useNow'
import { formatPrice, formatTokenPrice, formatWad } from '../../format/formatRatio'
import { formatMoment } from '../../format/formatTime'
import type { Quad } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import { Separated } from '../../ui/Separated'
import { Tooltip } from '../../ui/Tooltip'
import { TransactionLink } from '../../ui/TransactionLink'
import { pendingContent } from './content'
import { describeCommit } from './describeCommit'
import { type Order, type OrderResult, orderResult } from './executedOrders'
import { ProjectionComparison } from './ProjectionComparison'
import { SettledAmounts } from './SettledAmounts'

const content = pendingContent.executed

/** What one order came to, at which price, and whether that is what its ticket projected. */
export function OrderRow({
  order,
  log,
  executed,
  isPoolNamed,
  isNamesake,
}: {
  order: Order
  log: AccountLog
  executed: ReadonlyMap<bigint, ExecutedInterval> | undefined
  isPoolNamed: boolean
  /** Whether another market could be taken for its pool by its name. */
  isNamesake: boolean
}) {
  const { pool, commits } = order
  const { facts } = pool
  const execution = useExecution(order, log)
  const result = executed && orderResult(order, log, executed)
  return (
    <li className="space-y-1 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap justify-between gap-x-3">
        {isPoolNamed && (
          <p className="font-medium">
            <Name of={facts.name} at={isNamesake ? facts.address : undefined} />
          </p>
        )}
        <ExecutedAt order={order} execution={execution} />
      </div>
      {commits.map((commit) => {
        const text = describeCommit(facts, commit.commitType)
        return (
          <p key={logKey(commit)} className="flex justify-between gap-3">
            <span>{text.label}</span>
            <Amount value={commit.amount} token={text.paid} />
          </p>
        )
      })}
      <p className="flex justify-between gap-3">
        <span className="text-muted">
          {result?.isExact === false ? content.receivedAbout : content.received}
        </span>
        {result === undefined ? (
          <span className="text-muted">{content.loading}</span>
        ) : (
          <SettledAmounts facts={facts} settled={result.settled} />
        )}
      </p>
      {result?.isExact === false && <p className="text-xs text-muted">{content.flipFee}</p>}
      <Circumstances order={order} result={result} execution={execution} log={log} />
      {result?.isExact && (
        <ProjectionComparison order={order} settled={result.settled} execution={execution} />
      )}
    </li>
  )
}

/** When the order was executed; its line is there before that is known. */
function ExecutedAt({
  order: { pool, commits },
  execution,
}: {
  order: Order
  execution: Execution | undefined
}) {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(pool.snapshot.timestampSec)
  const last = commits.at(-1) ?? commits[0]
  return (
    <p className="tabular min-h-5 text-muted">
      {execution !== undefined && (
        <Tooltip text={pendingContent.interval.number(last.updateIntervalId)}>
          <span>{formatMoment(Number(execution.timestampSec), nowSec)}</span>
        </Tooltip>
      )}
    </p>
  )
}

function Circumstances({
  order: { pool, commits },
  result,
  execution,
  log,
}: {
  order: Order
  result: OrderResult | undefined
  execution: Execution | undefined
  log: AccountLog
}) {
  const explorerUrl = useExplorerUrl()
  const interval = result?.intervals.at(-1)
  const last = commits.at(-1) ?? commits[0]
  const isClaimed =
    execution !== undefined &&
    log.claims.some(
      (claim) => claim.pool === last.pool && claim.blockNumber >= execution.blockNumber,
    )
  return (
    <p className="tabular text-xs text-muted">
      <Separated>
        {interval !== undefined && (
          <span>
            {content.tokenPrices} <Price quad={interval.longPrice} />, {content.shortPrice}{' '}
            <Price quad={interval.shortPrice} /> <Name of={pool.facts.settlementToken.symbol} />
          </span>
        )}
        {execution?.prices !== undefined && (
          <span>
            {pool.facts.oracle.kind === 'sma' ? content.sma : content.index}{' '}
            {formatPrice(execution.prices.startWad)} → {formatPrice(execution.prices.endWad)}
          </span>
        )}
        {execution !== undefined && (
          <TransactionLink hash={execution.transactionHash} explorerUrl={explorerUrl} />
        )}
        {isClaimed && <span>{content.claimed}</span>}
      </Separated>
    </p>
  )
}

/** A token's price as the committer remembers it; its tooltip has as much as a wad holds. */
function Price({ quad }: { quad: Quad }) {
  const wad = quadToWad(quad)
  return (
    <Tooltip text={formatWad(wad, WAD_DECIMALS)}>
      <span>{formatTokenPrice(wad)}</span>
    </Tooltip>
  )
}

/** How the order's last commit was executed; undefined until that has been read, or where it cannot be. */
function useExecution(
  { pool, commits, projection }: Order,
  log: AccountLog,
): Execution | undefined {
  const { facts } = pool
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const headBlock = useSnapshot().snapshot?.block.number
  const last = commits.at(-1) ?? commits[0]
  const sinceBlock = projection?.atBlock ?? commits[0].blockNumber
  const { data } = useQuery({
    queryKey: ['execution', network.chain.id, last.transactionHash, last.logIndex, sinceBlock],
    queryFn: async ({ signal }) => {
      if (client === undefined || headBlock === undefined) throw new Error('No RPC client')
      const found = await getExecution(
        client,
        facts,
        last,
        log.account,
        sinceBlock,
        headBlock,
        signal,
      )
      // Behind one address of an RPC can be a node that has not seen it yet.
      if (found === undefined) throw new Error('The rebalance isn’t in the RPC’s logs yet')
      return found
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
