import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { OrderProceeds } from '../../ui/OrderProceeds'
import { tradeContent } from './content'
import { ExecutionTime } from './ExecutionTime'
import { knownOutlook, type OrderProps } from './useOrder'

const content = tradeContent.summary

/** What an order would give, its fees, and when it would execute: right below the amount, and above the button. */
export function OrderSummary({ pool, order }: Omit<OrderProps, 'autoClaimWei'>) {
  const known = knownOutlook(order)
  const dollarsOf = useDollars()
  const settlement = pool.facts.settlementToken
  const fees = known && known.mintingFee + known.burningFee
  return (
    <div className="rounded bg-raised px-3 py-1">
      <Facts>
        <Fact name={content.receive} hint={content.receiveHint}>
          {known !== undefined && (
            <Dollars wad={dollarsOf(known.adds.settlementTokens, settlement)} />
          )}{' '}
          <strong className="text-base font-semibold">
            {known === undefined ? '—' : <OrderProceeds adds={known.adds} tokens={pool.facts} />}
          </strong>
        </Fact>
        <Fact name={content.fees} hint={content.feesHint}>
          {fees === undefined ? (
            '—'
          ) : (
            <>
              <Dollars wad={dollarsOf(fees, settlement)} />{' '}
              <Amount value={fees} token={settlement} />
            </>
          )}
        </Fact>
      </Facts>
      <ExecutionTime
        snapshot={pool.snapshot}
        intervalId={order.slot.updateIntervalId}
        executesAtSec={known?.executesAtSec ?? order.slot.executesAtSec}
      />
    </div>
  )
}
