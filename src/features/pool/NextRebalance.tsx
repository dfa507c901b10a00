import { useId, useMemo, useState } from 'react'
import { movedSpotPrice, type Outlook, OutlookError, poolOutlook } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { BlockStamp } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { formatPercent } from '../../format/formatRatio'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { poolContent } from './content'
import { NextDetails } from './NextDetails'
import { TokenChanges } from './TokenChanges'

const RANGE_BASIS_POINTS = 2_000
const content = poolContent.next

/** What the next upkeep will do to the pool, at the current index price or at one that the visitor pulls. */
export function NextRebalance({ pool }: { pool: PoolAtBlock }) {
  const [move, setMove] = useState(0)
  const block = useSnapshot().snapshot?.block
  const { snapshot } = pool
  const outlook = useMemo(() => attempt(snapshot, move), [snapshot, move])
  return (
    <Card title={content.title}>
      <div className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <MoveSlider move={move} already={moveSince(snapshot)} onChange={setMove} />
        {outlook instanceof OutlookError ? (
          <Notice tone="warn">{content.impossible(outlook.message)}</Notice>
        ) : (
          <Result pool={pool} outlook={outlook} block={block} />
        )}
      </div>
    </Card>
  )
}

function attempt(snapshot: PoolSnapshot, moveBasisPoints: number): Outlook | OutlookError {
  try {
    return poolOutlook(snapshot, movedSpotPrice(snapshot, moveBasisPoints), 1)
  } catch (error) {
    if (error instanceof OutlookError) return error
    throw error
  }
}

/** The index's move since the price of the last rebalance; undefined where either is not known. */
function moveSince({ oracle, executionPriceWad }: PoolSnapshot): string | undefined {
  // An average lags behind the index that the slider moves.
  if (oracle.kind !== 'spot' || executionPriceWad === 0n) return undefined
  const moved = ((oracle.priceWad - executionPriceWad) * WAD) / executionPriceWad
  return formatPercent(moved, 2, { signed: true })
}

/** Beside the result where there is room, and below it on a phone. */
function MoveSlider({
  move,
  already,
  onChange,
}: {
  move: number
  /** How far the index has moved since the last rebalance, in words. */
  already: string | undefined
  onChange: (move: number) => void
}) {
  const id = useId()
  const text = formatPercent((BigInt(move) * WAD) / 10_000n, 1, { signed: true })
  return (
    <div className="order-last">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <label htmlFor={id}>
          {content.ifIndexMoves(<strong className="tabular">{text}</strong>)}
          {already !== undefined && (
            <span className="block text-xs text-muted">{content.already(already)}</span>
          )}
        </label>
        {move !== 0 && (
          <Button look="quiet" onClick={() => onChange(0)}>
            {content.reset}
          </Button>
        )}
      </div>
      <input
        id={id}
        type="range"
        className="w-full accent-accent max-sm:h-10"
        min={-RANGE_BASIS_POINTS}
        max={RANGE_BASIS_POINTS}
        step={10}
        value={move}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  )
}

function Result({
  pool: { facts, snapshot: before },
  outlook,
  block,
}: {
  pool: PoolAtBlock
  outlook: Outlook
  block: BlockStamp | undefined
}) {
  const upkeep = outlook.upkeeps[0]
  if (upkeep === undefined) return null
  if (upkeep.status === 'failed')
    return <Notice tone="warn">{content.wouldFail(upkeep.reason)}</Notice>
  return (
    <>
      <TokenChanges facts={facts} before={before} after={upkeep.pool} />
      <details className="order-last text-sm md:col-span-2">
        <summary className="w-fit cursor-pointer text-muted max-sm:py-2">{content.details}</summary>
        <NextDetails
          facts={facts}
          before={before}
          upkeep={upkeep}
          keeperRewardEstimate={outlook.keeperRewardEstimate}
          block={block}
        />
      </details>
    </>
  )
}
