import { useState } from 'react'
import { logKey } from '../../../chain/history/poolEvent'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolFacts } from '../../../chain/poolRegistry'
import { useExplorerUrl } from '../../../data/useExplorerUrl'
import { formatAmount, formatAmountShort } from '../../../format/formatAmount'
import { formatPrice } from '../../../format/formatRatio'
import { formatClock } from '../../../format/formatTime'
import { AddressLink } from '../../../ui/AddressLink'
import { Amount } from '../../../ui/Amount'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ScrollArea } from '../../../ui/ScrollArea'

const PAGE = 8

/** What the last upkeeps did, and who performed them. */
export function PastUpkeeps({
  facts,
  upkeeps,
  nowSec,
}: {
  facts: PoolFacts
  upkeeps: readonly UpkeepRecord[]
  nowSec: number
}) {
  const [shown, setShown] = useState(PAGE)
  const explorerUrl = useExplorerUrl()
  const token = { ...facts.settlementToken, symbol: '' }
  return (
    <Card title="Past rebalances">
      {upkeeps.length === 0 ? (
        <p className="text-muted">None has been read yet.</p>
      ) : (
        <ScrollArea label="Past rebalances, table">
          <table className="w-full text-xs">
            <thead className="text-muted">
              <tr className="border-b border-line">
                {['Time', 'Index', 'Long', 'Short', 'Fees', 'Keeper', 'Reward'].map((name) => (
                  <th
                    key={name}
                    scope="col"
                    className={`py-1.5 pr-4 font-medium last:pr-0 ${name === 'Time' || name === 'Keeper' ? 'text-left' : 'text-right'}`}
                  >
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {upkeeps.slice(0, shown).map((upkeep) => (
                <tr key={logKey(upkeep)} className="border-b border-line">
                  <th
                    scope="row"
                    className="py-1.5 pr-4 text-left font-normal whitespace-nowrap text-muted"
                  >
                    {formatClock(Number(upkeep.timestampSec), nowSec)}
                  </th>
                  <td className="pr-4 text-right whitespace-nowrap">
                    {formatPrice(upkeep.startPriceWad)} → {formatPrice(upkeep.endPriceWad)}
                  </td>
                  <Change value={upkeep.rebalance?.longBalanceChange} decimals={token.decimals} />
                  <Change value={upkeep.rebalance?.shortBalanceChange} decimals={token.decimals} />
                  <td className="pr-4 text-right">
                    {upkeep.rebalance === undefined ? (
                      '—'
                    ) : (
                      <Amount
                        value={upkeep.rebalance.longFeeAmount + upkeep.rebalance.shortFeeAmount}
                        token={token}
                      />
                    )}
                  </td>
                  <td className="pr-4">
                    {upkeep.payment === undefined ? (
                      '—'
                    ) : (
                      <AddressLink
                        address={upkeep.payment.keeper}
                        label="the keeper"
                        explorerUrl={explorerUrl}
                      />
                    )}
                  </td>
                  <td className="text-right">
                    {upkeep.payment?.isPaid === true ? (
                      <Amount value={upkeep.payment.rewardWei} token={token} />
                    ) : (
                      '—'
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {upkeeps.length > shown && (
        <Button look="quiet" className="mt-2" onClick={() => setShown(shown + PAGE * 4)}>
          Show more
        </Button>
      )}
    </Card>
  )
}

function Change({ value, decimals }: { value: bigint | undefined; decimals: number }) {
  if (value === undefined) return <td className="pr-4 text-right">—</td>
  return (
    <td
      title={formatAmount(value, decimals)}
      className={`pr-4 text-right whitespace-nowrap ${value < 0n ? 'text-short' : value > 0n ? 'text-long' : ''}`}
    >
      {value > 0n ? '+' : ''}
      {formatAmountShort(value, decimals)}
    </td>
  )
}
