import { commitSlot, estimateCommit, type Side, tokenPrice } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatName } from '../../format/formatAddress'
import { formatWad } from '../../format/formatRatio'
import { formatClock, formatDuration } from '../../format/formatTime'
import { isMint } from '../../protocol/commitType'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
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
  const { facts, snapshot } = pool
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const slot = commitSlot(snapshot, BigInt(nowSec))
  const wait = Number(slot.executesAtSec) - nowSec
  const estimate =
    amount === undefined ? undefined : estimateCommit(snapshot, choice.commitType, amount)
  // The token's own symbol is the pool's whole name: too long here, and the side says it all.
  const receivedToken = isMint(choice.commitType)
    ? { ...choice.received, symbol: side }
    : choice.received
  return (
    <div className="rounded bg-raised px-3 py-1">
      <Facts>
        <Fact
          name="You get, estimated"
          hint="At the token’s price of now. The real price is the one after the rebalance that executes it."
        >
          {estimate === undefined ? (
            '—'
          ) : estimate.received === undefined ? (
            'nothing: this side is worth nothing'
          ) : (
            <span className="whitespace-nowrap">
              ≈ <Amount value={estimate.received} token={receivedToken} />
            </span>
          )}
        </Fact>
        <Fact name="Token price now">
          {formatWad(tokenPrice(snapshot, side).wad, 6)}{' '}
          <span className="text-muted">{formatName(facts.settlementToken.symbol)}</span>
        </Fact>
        <Fact name={isMint(choice.commitType) ? 'Minting fee' : 'Burning fee, estimated'}>
          {estimate === undefined ? (
            '—'
          ) : (
            <Amount value={estimate.fee} token={facts.settlementToken} />
          )}
        </Fact>
        <Fact name="Executes in interval">{slot.updateIntervalId.toString()}</Fact>
        <Fact
          name="Not before"
          hint="The earliest time its rebalance can happen; later when keepers are late"
        >
          {formatClock(Number(slot.executesAtSec), nowSec)}
          <span className="text-muted">, in {wait > 0 ? formatDuration(wait) : 'moments'}</span>
        </Fact>
      </Facts>
    </div>
  )
}
