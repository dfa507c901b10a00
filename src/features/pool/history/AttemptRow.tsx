import type { KeeperPayment } from '../../../chain/history/poolEvent'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolFacts } from '../../../chain/poolFacts'
import { useExplorerUrl } from '../../../data/useExplorerUrl'
import { formatName } from '../../../format/formatAddress'
import { formatAmount, formatAmountShort } from '../../../format/formatAmount'
import { formatPrice } from '../../../format/formatRatio'
import { formatClock } from '../../../format/formatTime'
import { MAX_SHOWN_REASON_LENGTH } from '../../../protocol/bounds'
import { WAD_DECIMALS } from '../../../protocol/wad'
import { AddressLink } from '../../../ui/AddressLink'
import { Amount } from '../../../ui/Amount'
import { Tooltip } from '../../../ui/Tooltip'
import { poolContent } from '../content'
import type { UpkeepAttempt } from './pastAttempts'

const content = poolContent.past

/** One upkeep of the list: what it did, or why it failed. Amounts in the settlement token, named above. */
export function AttemptRow({
  attempt: { kind, record },
  facts,
  nowSec,
}: {
  attempt: UpkeepAttempt
  facts: PoolFacts
  nowSec: number
}) {
  const token = { ...facts.settlementToken, symbol: '' }
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap text-muted">
        {formatClock(Number(record.timestampSec), nowSec)}
      </th>
      {kind === 'done' ? (
        <Done record={record} token={token} />
      ) : (
        <td colSpan={4} className="pr-4 text-left wrap-anywhere">
          <strong className="text-warn">{content.failed}</strong>
          {content.failedBecause(
            <bdi>
              {record.reason === ''
                ? content.noReason
                : formatName(record.reason, MAX_SHOWN_REASON_LENGTH)}
            </bdi>,
          )}
        </td>
      )}
      <Payment payment={record.payment} token={token} />
    </tr>
  )
}

type Token = { readonly symbol: string; readonly decimals: number }

function Done({ record, token }: { record: UpkeepRecord; token: Token }) {
  const { startPriceWad, endPriceWad, rebalance } = record
  const exact = (wad: bigint) => formatAmount(wad, WAD_DECIMALS)
  return (
    <>
      <Tooltip text={`${exact(startPriceWad)} → ${exact(endPriceWad)}`}>
        <td className="pr-4 text-right whitespace-nowrap">
          {formatPrice(startPriceWad)} → {formatPrice(endPriceWad)}
        </td>
      </Tooltip>
      <Change value={rebalance?.longBalanceChange} decimals={token.decimals} />
      <Change value={rebalance?.shortBalanceChange} decimals={token.decimals} />
      <td className="pr-4 text-right">
        {rebalance === undefined ? (
          '—'
        ) : (
          <Amount value={rebalance.longFeeAmount + rebalance.shortFeeAmount} token={token} />
        )}
      </td>
    </>
  )
}

function Payment({ payment, token }: { payment: KeeperPayment | undefined; token: Token }) {
  const explorerUrl = useExplorerUrl()
  if (payment === undefined)
    return (
      <>
        <td className="pr-4">—</td>
        <td className="text-right">—</td>
      </>
    )
  return (
    <>
      <td className="pr-4">
        <AddressLink
          address={payment.keeper}
          label={content.keeperAddress}
          explorerUrl={explorerUrl}
        />
      </td>
      <td className="text-right whitespace-nowrap">
        {payment.isPaid ? (
          <Amount value={payment.rewardWei} token={token} />
        ) : (
          <Tooltip text={content.rewardDue(formatAmount(payment.rewardWei, token.decimals))}>
            {content.notPaid}
          </Tooltip>
        )}
      </td>
    </>
  )
}

function Change({ value, decimals }: { value: bigint | undefined; decimals: number }) {
  if (value === undefined) return <td className="pr-4 text-right">—</td>
  const sign = value > 0n ? '+' : ''
  return (
    <Tooltip text={`${sign}${formatAmount(value, decimals)}`}>
      <td
        className={`pr-4 text-right whitespace-nowrap ${value < 0n ? 'text-short' : value > 0n ? 'text-long' : ''}`}
      >
        {sign}
        {formatAmountShort(value, decimals)}
      </td>
    </Tooltip>
  )
}
