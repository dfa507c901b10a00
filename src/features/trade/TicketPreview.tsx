import { useMemo } from 'react'
import { OutlookError } from '../../analytics/outlook'
import { commitSlot, quadToWad, type Side, tokenPrice } from '../../analytics/poolFigures'
import { orderOutlook } from '../../analytics/userOutlook'
import type { PoolFacts } from '../../chain/poolRegistry'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { Explain } from '../../explain/Explain'
import { formatWad } from '../../format/formatRatio'
import { formatClock, formatDuration } from '../../format/formatTime'
import { isMint } from '../../protocol/commitType'
import type { OrderProjection } from '../../protocol/projection'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { Name } from '../../ui/Name'
import type { CommitChoice } from './commitChoice'

/** What an order would give, when, and at what cost, said before anything is clicked. */
export function TicketPreview({
  pool,
  side,
  choice,
  amount,
}: {
  pool: PoolAtBlock
  side: Side
  choice: CommitChoice
  amount: bigint | undefined
}) {
  const { facts, snapshot, account } = pool
  const live = useSnapshot().snapshot
  const nowSec = useChainNowSec(live) ?? Number(snapshot.timestampSec)
  const slot = commitSlot(snapshot, BigInt(nowSec))
  const wait = Number(slot.executesAtSec) - nowSec
  const user = account?.user
  // The interval changes once in a while, the clock every second: only the former is worth computing again for.
  const intervalId = slot.updateIntervalId
  const outlook = useMemo(() => {
    if (amount === undefined) return undefined
    const order = { commitType: choice.commitType, amount, fromAggregateBalance: false }
    try {
      return orderOutlook(snapshot, user, order, intervalId)
    } catch (error) {
      if (error instanceof OutlookError) return error
      throw error
    }
  }, [amount, choice.commitType, intervalId, snapshot, user])
  const projection = outlook instanceof OutlookError ? undefined : outlook
  return (
    <div className="rounded bg-raised px-3 py-1">
      <Facts>
        <Received projection={projection} choice={choice} side={side} />
        <PriceUsed projection={projection} pool={pool} side={side} />
        <Fee projection={projection} choice={choice} facts={facts} />
        <Fact name="Executes in interval" explain={<Explain topic="queue" />}>
          {intervalId.toString()}
        </Fact>
        <Fact
          name="Not before"
          hint="The earliest time its rebalance can happen; later when keepers are late"
        >
          {formatClock(Number(slot.executesAtSec), nowSec)}
          <span className="text-muted">, in {wait > 0 ? formatDuration(wait) : 'moments'}</span>
        </Fact>
        <Standing projection={projection} />
      </Facts>
      {outlook instanceof OutlookError && (
        <p className="py-1.5 text-xs text-warn">No projection: {outlook.message}.</p>
      )}
      <p className="py-1.5 text-xs text-muted">
        If the index stays where it is. From block {live?.block.number.toString() ?? '—'}, queue and
        fees included, keepers’ rewards estimated.
      </p>
    </div>
  )
}

interface PartProps {
  readonly projection: OrderProjection | undefined
  readonly choice: CommitChoice
}

function Received({ projection, choice, side }: PartProps & { side: Side }) {
  const outcome = projection?.order.outcome
  const minted = side === 'long' ? outcome?._newLongTokens : outcome?._newShortTokens
  const isMinting = isMint(choice.commitType)
  const received = isMinting ? minted : outcome?._newSettlementTokens
  // The token's own symbol is the pool's whole name: too long here, and the side says it all.
  const token = isMinting ? { ...choice.received, symbol: side } : choice.received
  return (
    <Fact name="You get, projected" hint="At the price of the rebalance that executes it">
      {received === undefined ? '—' : <Amount value={received} token={token} />}
    </Fact>
  )
}

function PriceUsed({
  projection,
  pool: { facts, snapshot },
  side,
}: {
  projection: OrderProjection | undefined
  pool: PoolAtBlock
  side: Side
}) {
  const prices = projection?.order.prices
  const quad = side === 'long' ? prices?.longPrice : prices?.shortPrice
  return (
    <Fact name={quad === undefined ? 'Token price now' : 'Token price then'}>
      {formatWad(quad === undefined ? tokenPrice(snapshot, side).wad : quadToWad(quad), 6)}{' '}
      <span className="text-muted">
        <Name of={facts.settlementToken.symbol} />
      </span>
    </Fact>
  )
}

function Fee({ projection, choice, facts }: PartProps & { facts: PoolFacts }) {
  const isMinting = isMint(choice.commitType)
  const outcome = projection?.order.outcome
  const burningFee =
    outcome === undefined ? undefined : outcome._longSettlementFee + outcome._shortSettlementFee
  const fee = isMinting ? projection?.mintingFeeAmount : burningFee
  return (
    <Fact name={isMinting ? 'Minting fee' : 'Burning fee'}>
      {fee === undefined ? '—' : <Amount value={fee} token={facts.settlementToken} />}
    </Fact>
  )
}

/** What the order itself does to the skew and to both sides' leverage on gains. */
function Standing({ projection }: { projection: OrderProjection | undefined }) {
  const before = projection?.standing?.without
  const after = projection?.standing?.with
  const gains = after?.effectiveLeverage
  return (
    <>
      <Fact name="Skew, without → with it">
        {before === undefined || after === undefined
          ? '—'
          : `${skewText(before.skewWad)} → ${skewText(after.skewWad)}`}
      </Fact>
      <Fact name="Leverage on gains with it">
        {gains === undefined ? (
          '—'
        ) : (
          <>
            <span className="text-long">L {formatWad(gains.longGainWad, 3)}x</span>{' '}
            <span className="text-short">S {formatWad(gains.shortGainWad, 3)}x</span>
          </>
        )}
      </Fact>
    </>
  )
}

function skewText(skewWad: bigint | undefined): string {
  return skewWad === undefined ? 'none' : formatWad(skewWad, 4)
}
