import { useDeferredValue } from 'react'
import { OutlookError } from '../../analytics/outlook'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { Explain } from '../../explain/Explain'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { Gets } from '../../ui/Gets'
import { Countdown, CutOff } from './CutOff'
import { LazyDetails } from './LazyDetails'
import { NowOrLater } from './NowOrLater'
import { OrderEffects } from './OrderEffects'
import { OutcomeLadder } from './OutcomeLadder'
import { knownOutlook, type OrderProps } from './useOrder'

/** What an order would give, when, and at what cost, said before anything is clicked. */
export function TicketPreview({ pool, order, autoClaimWei }: OrderProps) {
  const block = useSnapshot().snapshot?.block
  // What is one click away may come a frame later: typing does not wait for it.
  const later = useDeferredValue(order)
  const { outlook, slot, form } = order
  const known = knownOutlook(order)
  const dollarsOf = useDollars()
  const money = pool.facts.settlementToken
  const fees = known && known.mintingFee + known.burningFee
  return (
    <div className="rounded bg-raised px-3 py-1">
      <Facts>
        <Fact name="You get, projected" hint="At the price of the rebalance that executes it">
          {known !== undefined && <Dollars wad={dollarsOf(known.adds.settlementTokens, money)} />}{' '}
          <strong className="font-semibold">
            {known === undefined ? '—' : <Gets adds={known.adds} tokens={pool.facts} />}
          </strong>
        </Fact>
        <Fact name="Executes in interval" explain={<Explain topic="queue" />}>
          {slot.updateIntervalId.toString()}
        </Fact>
        <Fact
          name="Not before"
          hint="The earliest time its rebalance can happen; later when keepers are late"
        >
          <Countdown toSec={known?.executesAtSec ?? slot.executesAtSec} />
        </Fact>
        <CutOff snapshot={pool.snapshot} intervalId={slot.updateIntervalId} />
        <Fact name="Fees" hint="Minting and burning fee together">
          {fees === undefined ? (
            '—'
          ) : (
            <>
              <Dollars wad={dollarsOf(fees, money)} /> <Amount value={fees} token={money} />
            </>
          )}
        </Fact>
      </Facts>
      {outlook instanceof OutlookError && (
        <p className="py-1.5 text-xs text-warn">
          No projection: {outlook.message}.
          {outlook.isOutOfReach &&
            ' The interval and time above still apply: if the interval changes before you send, nothing is sent.'}
        </p>
      )}
      <LazyDetails title="Price, fees and effect">
        {() => <OrderEffects pool={pool} order={later} autoClaimWei={autoClaimWei} />}
      </LazyDetails>
      <LazyDetails
        // A straddle is its payoff.
        key={form.action === 'straddle' ? 'straddle' : 'plain'}
        title="If the index moves"
        initiallyOpen={form.action === 'straddle'}
      >
        {() => <OutcomeLadder pool={pool} order={later} />}
      </LazyDetails>
      <LazyDetails title="Now, or after the cut-off">
        {() => <NowOrLater pool={pool} order={later} />}
      </LazyDetails>
      <p className="border-t border-line py-1.5 text-xs text-muted">
        If the index stays where it is. From block {block?.number.toString() ?? '—'}, queue and fees
        included, keepers’ rewards estimated.
      </p>
    </div>
  )
}
