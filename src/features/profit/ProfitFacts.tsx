import { useMemo } from 'react'
import { breakEvenPrice } from '../../analytics/profit/breakEvenPrice'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatPercent, formatPrice } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { profitContent as content } from './content'
import type { PoolProfit } from './profitOf'
import { SignedAmount } from './SignedAmount'

/** What was paid, what it is worth, what has come back, and the price at which nothing is lost. */
export function ProfitFacts({ pool, profit }: { pool: PoolAtBlock; profit: PoolProfit }) {
  const { facts, snapshot } = pool
  const { cost, worth, unrealised, realised, paidIn, paidOut, movedOut, single, hasQueued } = profit
  const token = facts.settlementToken
  const breakEven = useMemo(
    () => single && breakEvenPrice(snapshot, single.side, single.tokens, cost),
    [single, snapshot, cost],
  )
  return (
    <Facts>
      <Fact name={hasQueued ? content.costQueued : content.cost} hint={content.costHint}>
        <Amount value={cost} token={token} />
      </Fact>
      <Fact name={hasQueued ? content.worthQueued : content.worth} hint={content.worthHint}>
        <Amount value={worth} token={token} />
      </Fact>
      <Fact name={content.unrealised}>
        <SignedAmount value={unrealised} token={token} />{' '}
        {cost > 0n && (
          <span className="text-muted">
            {formatPercent((unrealised * WAD) / cost, 2, { signed: true })}
          </span>
        )}
      </Fact>
      <Fact name={content.realised} hint={content.realisedHint}>
        <SignedAmount value={realised} token={token} />
      </Fact>
      <Fact name={content.paidIn} hint={content.paidInHint}>
        <Amount value={paidIn} token={token} />
      </Fact>
      <Fact name={content.paidOut} hint={content.paidOutHint}>
        <Amount value={paidOut} token={token} />
      </Fact>
      {movedOut > 0n && (
        <Fact name={content.movedOut} hint={content.movedOutHint}>
          <Amount value={movedOut} token={token} />
        </Fact>
      )}
      {single !== undefined && (
        <Fact name={content.breakEven} hint={content.breakEvenHint}>
          {breakEven === undefined ? (
            content.unreachable
          ) : (
            <>
              {formatPrice(breakEven)} <span className="text-muted">{facts.quote}</span>
            </>
          )}
        </Fact>
      )}
    </Facts>
  )
}
