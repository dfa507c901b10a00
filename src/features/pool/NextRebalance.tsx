import { useId, useMemo, useState } from 'react'
import { movedSpotPrice, type Outlook, OutlookError, poolOutlook } from '../../analytics/outlook'
import { tokenPrice } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts } from '../../chain/poolFacts'
import type { BlockStamp } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { formatName } from '../../format/formatAddress'
import { formatPercent, formatPrice, formatTokenPrice } from '../../format/formatRatio'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { Notice } from '../../ui/Notice'
import { ChangeTable } from './ChangeTable'

const RANGE_BASIS_POINTS = 2_000

/** What the next upkeep will do to the pool, at the index price of now or at one that the visitor pulls. */
export function NextRebalance({ pool }: { pool: PoolAtBlock }) {
  const [move, setMove] = useState(0)
  const block = useSnapshot().snapshot?.block
  const { facts, snapshot } = pool
  const outlook = useMemo(() => attempt(snapshot, move), [snapshot, move])
  return (
    <Card title="The next rebalance, computed">
      <MoveSlider move={move} onChange={setMove} />
      {outlook instanceof OutlookError ? (
        <Notice tone="warn">
          There is no projection of the next rebalance: {outlook.message}.
        </Notice>
      ) : (
        <Result facts={facts} before={snapshot} outlook={outlook} block={block} />
      )}
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

function MoveSlider({ move, onChange }: { move: number; onChange: (move: number) => void }) {
  const id = useId()
  const text = formatPercent((BigInt(move) * WAD) / 10_000n, 1, { signed: true })
  return (
    <div className="mb-4">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <label htmlFor={id}>
          If the index moves by <strong className="tabular">{text}</strong> until then
        </label>
        {move !== 0 && (
          <Button look="quiet" onClick={() => onChange(0)}>
            Back to now
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
  facts,
  before,
  outlook,
  block,
}: {
  facts: PoolFacts
  before: PoolSnapshot
  outlook: Outlook
  block: BlockStamp | undefined
}) {
  const upkeep = outlook.upkeeps[0]
  if (upkeep === undefined) return null
  if (upkeep.status === 'failed')
    return (
      <Notice tone="warn">
        The pool would refuse this rebalance ({upkeep.reason}); only its keeper would be paid.
      </Notice>
    )
  const after = upkeep.pool
  const { rebalance } = upkeep
  const token = { ...facts.settlementToken, symbol: formatName(facts.settlementToken.symbol) }
  const price = (pool: PoolSnapshot, side: 'long' | 'short') => tokenPrice(pool, side).wad
  return (
    <>
      <ChangeTable
        rows={[
          {
            name: `Holds, ${token.symbol}`,
            long: [before.longBalance, after.longBalance],
            short: [before.shortBalance, after.shortBalance],
            format: (value) => <Amount value={value} token={{ ...token, symbol: '' }} />,
          },
          {
            name: 'Token supply',
            long: [before.longTokenSupply, after.longTokenSupply],
            short: [before.shortTokenSupply, after.shortTokenSupply],
            format: (value) => <Amount value={value} token={{ ...facts.longToken, symbol: '' }} />,
          },
          {
            name: `One token, ${token.symbol}`,
            long: [price(before, 'long'), price(after, 'long')],
            short: [price(before, 'short'), price(after, 'short')],
            format: (value) => formatTokenPrice(value),
          },
        ]}
      />
      <div className="mt-3">
        <Facts>
          <Fact
            name={facts.oracle.kind === 'sma' ? 'Price used, averaged' : 'Price used'}
            hint="What the pool’s oracle will answer; an SMA oracle takes a new sample first"
          >
            {formatPrice(upkeep.startPriceWad)} → {formatPrice(upkeep.endPriceWad)}{' '}
            <span className="text-muted">{facts.quote}</span>
          </Fact>
          {rebalance !== undefined && (
            <Fact name="Management fee">
              <Amount value={rebalance.longFeeAmount + rebalance.shortFeeAmount} token={token} />
            </Fact>
          )}
          <Fact name="Keeper’s reward, estimated" hint="It depends on the gas of the transaction">
            {outlook.keeperRewardEstimate === undefined ? (
              'unknown'
            ) : outlook.keeperRewardEstimate === 0n ? (
              'none'
            ) : (
              <>
                ≈ <Amount value={outlook.keeperRewardEstimate} token={token} />
              </>
            )}
          </Fact>
          <Fact name="Executes intervals">
            {upkeep.executed.map(({ updateIntervalId }) => updateIntervalId).join(', ')}
          </Fact>
        </Facts>
      </div>
      <p className="mt-3 text-xs text-muted">
        Computed in your browser from block {block?.number.toString()}, queue included. At this
        price it is exact to the last digit, but for the keeper’s reward, which depends on gas.
      </p>
    </>
  )
}
