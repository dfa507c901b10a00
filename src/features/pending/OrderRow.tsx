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
import { formatClock } from '../../format/formatTime'
import type { Quad } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import { TransactionLink } from '../../ui/TransactionLink'
import { commitWords } from './commitWords'
import { type Order, type OrderResult, orderResult } from './executedOrders'
import { PromiseKept } from './PromiseKept'
import { SettledAmounts } from './SettledAmounts'

/** What one order came to, at which price, and whether that is what its ticket had said. */
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
      {isPoolNamed && (
        <p className="font-medium">
          <Name of={facts.name} at={isNamesake ? facts.address : undefined} />
        </p>
      )}
      {commits.map((commit) => {
        const words = commitWords(facts, commit.commitType)
        return (
          <p key={logKey(commit)} className="flex justify-between gap-3">
            <span>{words.label}</span>
            <Amount value={commit.amount} token={words.paid} />
          </p>
        )
      })}
      <p className="flex justify-between gap-3">
        <span className="text-muted">{result?.isExact === false ? 'became about' : 'became'}</span>
        {result === undefined ? (
          <span className="text-muted">reading…</span>
        ) : (
          <SettledAmounts facts={facts} settled={result.settled} />
        )}
      </p>
      {result?.isExact === false && (
        <p className="text-xs text-muted">
          A flip is credited at the minting fee of the moment it is folded into the escrow. Nothing
          on the chain tells that fee, so this takes the one of now, and is not held against what
          was promised.
        </p>
      )}
      <Circumstances order={order} result={result} execution={execution} log={log} />
      {result?.isExact && (
        <PromiseKept order={order} settled={result.settled} execution={execution} />
      )}
    </li>
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
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(pool.snapshot.timestampSec)
  const interval = result?.intervals.at(-1)
  const last = commits.at(-1) ?? commits[0]
  const isClaimed =
    execution !== undefined &&
    log.claims.some(
      (claim) => claim.pool === last.pool && claim.blockNumber >= execution.blockNumber,
    )
  return (
    <p className="tabular flex flex-wrap gap-x-3 text-xs text-muted">
      <span>interval {last.updateIntervalId.toString()}</span>
      {interval !== undefined && (
        <span>
          long at <Price quad={interval.longPrice} />, short at <Price quad={interval.shortPrice} />{' '}
          <Name of={pool.facts.settlementToken.symbol} />
        </span>
      )}
      {execution !== undefined && (
        <>
          {execution.prices !== undefined && (
            <span>
              {pool.facts.oracle.kind === 'sma' ? 'average' : 'index'}{' '}
              {formatPrice(execution.prices.startWad)} → {formatPrice(execution.prices.endWad)}
            </span>
          )}
          <span>{formatClock(Number(execution.timestampSec), nowSec)}</span>
          <TransactionLink hash={execution.transactionHash} explorerUrl={explorerUrl} />
          {isClaimed && <span>claimed since</span>}
        </>
      )}
    </p>
  )
}

/** A token's price as the committer remembers it; on hover as far as a wad goes. */
function Price({ quad }: { quad: Quad }) {
  const wad = quadToWad(quad)
  return <span title={formatWad(wad, WAD_DECIMALS)}>{formatTokenPrice(wad)}</span>
}

/** How the order's last commit was executed; undefined until that has been read, or where it cannot be. */
function useExecution({ pool, commits, promise }: Order, log: AccountLog): Execution | undefined {
  const { facts } = pool
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const headBlock = useSnapshot().snapshot?.block.number
  const last = commits.at(-1) ?? commits[0]
  const sinceBlock = promise?.atBlock ?? commits[0].blockNumber
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
      if (found === undefined) throw new Error('The rebalance is not in the logs yet')
      return found
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
