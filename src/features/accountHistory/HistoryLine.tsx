import type { ReactNode } from 'react'
import type { HistoryRow } from '../../chain/accountHistory/historyRow'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { formatMoment } from '../../format/formatTime'
import { AddressLink } from '../../ui/AddressLink'
import { Tooltip } from '../../ui/Tooltip'
import { TransactionLink } from '../../ui/TransactionLink'
import { accountHistoryContent } from './content'
import { MarketName } from './MarketName'
import { RowAmounts } from './RowAmounts'
import { timeText } from './toExportLines'

const content = accountHistoryContent.row

/** One entry: when, what, where, how much, and its transactions. */
export function HistoryLine({
  row,
  pool,
  isNamesake,
  nowSec,
}: {
  row: HistoryRow
  pool: PoolAtBlock
  isNamesake: boolean
  nowSec: number
}) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3 last:border-0 sm:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,1.2fr)_minmax(0,1fr)]">
      <When row={row} nowSec={nowSec} />
      <div className="min-w-0">
        <p className="font-medium">{titleOf(row)}</p>
        <p className="text-xs text-muted">
          <MarketName pool={pool} isNamesake={isNamesake} />
        </p>
        {'updateIntervalId' in row && (
          <p className="text-xs text-muted">{content.interval(row.updateIntervalId)}</p>
        )}
      </div>
      <div className="flex min-w-0 flex-col items-start gap-0.5">
        <RowAmounts row={row} facts={pool.facts} />
      </div>
      <Links row={row} />
    </li>
  )
}

function titleOf(row: HistoryRow): string {
  const { commits } = accountHistoryContent
  switch (row.kind) {
    case 'mint':
    case 'burn':
    case 'flip':
      return content.committed(commits[row.commitType])
    case 'execution': {
      const [first, ...others] = row.results ?? []
      return first === undefined || others.length > 0
        ? content.executedInterval
        : content.executed(commits[first.commitType])
    }
    case 'claim':
      return content.claimed
    case 'received':
    case 'sent':
    case 'stake':
    case 'unstake':
      return content[row.kind](row.side)
    case 'swap':
    case 'join':
    case 'exit':
    case 'farmReward':
    case 'reward':
      return content[row.kind]
  }
}

function When({ row, nowSec }: { row: HistoryRow; nowSec: number }) {
  const { timestampSec, blockNumber } = row
  if (timestampSec === undefined)
    return (
      <p className="text-xs text-muted">
        {content.loadingTime}
        <span className="block">{content.block(blockNumber)}</span>
      </p>
    )
  const iso = timeText(timestampSec)
  return (
    <p className="text-xs text-muted">
      <Tooltip text={`${iso} · ${content.block(blockNumber)}`}>
        <time dateTime={iso} className="tabular">
          {formatMoment(Number(timestampSec), nowSec)}
        </time>
      </Tooltip>
    </p>
  )
}

function Links({ row }: { row: HistoryRow }) {
  const explorerUrl = useExplorerUrl()
  const link = (hash: string) => <TransactionLink hash={hash} explorerUrl={explorerUrl} />
  const lines: { readonly name: string; readonly value: ReactNode }[] = []
  if (row.kind === 'execution') {
    const commits = new Set(
      (row.results ?? []).flatMap((result) =>
        result.commits.map(({ transactionHash }) => transactionHash),
      ),
    )
    lines.push({ name: content.executedIn, value: link(row.transactionHash) })
    for (const hash of commits) lines.push({ name: content.committedIn, value: link(hash) })
  } else if ('execution' in row) {
    const { execution } = row
    lines.push({ name: content.committedIn, value: link(row.transactionHash) })
    lines.push(
      typeof execution === 'string'
        ? { name: content[execution], value: null }
        : { name: content.executedIn, value: link(execution.transactionHash) },
    )
  } else {
    lines.push({ name: content.transaction, value: link(row.transactionHash) })
    if ('other' in row)
      lines.push({
        name: row.kind === 'sent' ? content.to : content.from,
        value: (
          <AddressLink address={row.other} explorerUrl={explorerUrl} label={content.counterparty} />
        ),
      })
    if ('farm' in row)
      lines.push({
        name: content.farm,
        value: (
          <AddressLink address={row.farm} explorerUrl={explorerUrl} label={content.farmLabel} />
        ),
      })
    if (row.kind === 'join' || row.kind === 'exit')
      lines.push({
        name: content.liquidityPool,
        value: (
          <AddressLink
            address={row.lp}
            explorerUrl={explorerUrl}
            label={content.liquidityPoolLabel}
          />
        ),
      })
  }
  return (
    <ul className="min-w-0 text-xs text-muted">
      {lines.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a row never change their order
        <li key={index}>
          {name} {value}
        </li>
      ))}
    </ul>
  )
}
