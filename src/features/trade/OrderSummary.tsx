import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { useStaleness } from '../../data/useStaleness'
import { formatAmount } from '../../format/formatAmount'
import { formatPercent } from '../../format/formatRatio'
import { toUInt } from '../../protocol/quad'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { OrderProceeds } from '../../ui/OrderProceeds'
import { tradeContent } from './content'
import { ExecutionTime } from './ExecutionTime'
import { knownOutlook, type LiveOrder, type OrderProps } from './useOrder'

const content = tradeContent.summary

/** What an order costs beside the fees in the settlement token, now and at the exit. */
function furtherCosts({ snapshot }: PoolAtBlock, { form }: LiveOrder, autoClaimWei: bigint) {
  const exitFeeWad = toUInt(snapshot.burningFee)
  return [
    autoClaimWei === 0n
      ? content.networkFee
      : content.networkFeeAndClaim(formatAmount(autoClaimWei, 18)),
    ...(form.action === 'burn' || exitFeeWad === 0n
      ? []
      : [content.exitFee(formatPercent(exitFeeWad))]),
  ].join('; ')
}

/** What an order would give, its fees, and when it would execute: right below the amount, and above the button. */
export function OrderSummary({ pool, order, autoClaimWei }: OrderProps) {
  const known = knownOutlook(order)
  const dollarsOf = useDollars()
  const settlement = pool.facts.settlementToken
  const { snapshot } = useSnapshot()
  // Figures that may no longer hold are marked as what they are.
  const oldBlock = useStaleness() === undefined ? undefined : snapshot?.block.number
  const fees = known && known.mintingFee + known.burningFee
  return (
    <div className="rounded bg-raised px-3 py-1">
      <Facts>
        <Fact
          name={oldBlock === undefined ? content.receive : content.receiveAt(oldBlock)}
          hint={content.receiveHint}
        >
          <strong
            className={
              oldBlock === undefined ? 'text-base font-semibold' : 'font-normal text-muted'
            }
          >
            {known === undefined ? '—' : <OrderProceeds adds={known.adds} tokens={pool.facts} />}
          </strong>{' '}
          {known !== undefined && (
            <Dollars wad={dollarsOf(known.adds.settlementTokens, settlement)} />
          )}
        </Fact>
        <Fact
          name={content.fees}
          hint={content.feesHint}
          note={furtherCosts(pool, order, autoClaimWei)}
        >
          {fees === undefined ? (
            '—'
          ) : (
            <>
              <Amount value={fees} token={settlement} />{' '}
              <Dollars wad={dollarsOf(fees, settlement)} />
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
