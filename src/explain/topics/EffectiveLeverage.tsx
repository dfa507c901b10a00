import { useState } from 'react'
import { wadToNumber } from '../../analytics/wadToNumber'
import { formatPercent, formatWad } from '../../format/formatRatio'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { fromUInt } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import { Segmented } from '../../ui/Segmented'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { Picture } from '../parts/Picture'
import { SkewSlider } from '../parts/SkewSlider'
import { ValuesTable } from '../parts/ValuesTable'

const LEVERAGES = ['1', '3', '5'] as const
const TABLE_SKEWS = [50, 80, 100, 110, 125, 200]
const MIDDLE = 166
/** Longest bar: twice the leverage. */
const REACH = 100

export default function EffectiveLeverage({ id }: { id: string }) {
  const [skewPercent, setSkewPercent] = useState(110)
  const [leverage, setLeverage] = useState<(typeof LEVERAGES)[number]>('1')
  const balances = { longBalance: BigInt(skewPercent), shortBalance: 100n }
  const gain = computeEffectiveLeverage({
    ...balances,
    leverageAmount: fromUInt(BigInt(leverage)),
  })
  const skewWad = computeSkewWad(balances)
  if (gain === undefined || skewWad === undefined) return null
  const { longGainWad, shortGainWad } = gain
  return (
    <Explanation
      id={id}
      title="Effective leverage on gains"
      example="Example figures, not a live pool’s."
      sentences={[
        'Losses are always at the pool’s leverage L, at any skew S.',
        'Gains are paid from the other side’s balance, so longs gain at L ÷ S and shorts at L × S.',
      ]}
      table={
        <ValuesTable
          caption={`Leverage on gains, ${leverage}x pool`}
          head={['Skew S', 'Long', 'Short']}
          rows={TABLE_SKEWS.map((percent) => rowOf(percent, BigInt(leverage)))}
        />
      }
    >
      <Segmented
        label="Pool leverage"
        options={LEVERAGES.map((value) => ({ value, label: `${value}x pool` }))}
        value={leverage}
        onChange={setLeverage}
      />
      <Picture height={92}>
        <text x={MIDDLE - 8} y="10" textAnchor="end" className="fill-muted">
          on losses
        </text>
        <text x={MIDDLE + 8} y="10" className="fill-muted">
          on gains
        </text>
        <Bars side="Long" y={20} leverage={Number(leverage)} gainWad={longGainWad} />
        <Bars side="Short" y={58} leverage={Number(leverage)} gainWad={shortGainWad} />
        <line x1={MIDDLE} x2={MIDDLE} y1="0" y2="92" className="stroke-muted" />
      </Picture>
      <SkewSlider skewWad={skewWad} percent={skewPercent} onChange={setSkewPercent} />
      <Outcome>
        At a rebalancing rate of {formatPercent(skewWad - WAD, 0, { signed: true })}, shorts gain at{' '}
        <strong>{formatWad(shortGainWad, 2)}x</strong> and longs at{' '}
        <strong>{formatWad(longGainWad, 2)}x</strong>. Both lose at {leverage}x.
      </Outcome>
      <p className="text-xs text-muted">For small index moves between two rebalances.</p>
    </Explanation>
  )
}

/** The table's row for a skew in hundredths. */
function rowOf(skewPercent: number, leverage: bigint): string[] {
  const gain = computeEffectiveLeverage({
    longBalance: BigInt(skewPercent),
    shortBalance: 100n,
    leverageAmount: fromUInt(leverage),
  })
  const { longGainWad = 0n, shortGainWad = 0n } = gain ?? {}
  return [
    (skewPercent / 100).toFixed(2),
    `${formatWad(longGainWad, 2)}x`,
    `${formatWad(shortGainWad, 2)}x`,
  ]
}

function Bars({
  side,
  y,
  leverage,
  gainWad,
}: {
  side: 'Long' | 'Short'
  y: number
  leverage: number
  gainWad: bigint
}) {
  const lossWidth = REACH / 2
  const gainWidth = (REACH * wadToNumber(gainWad)) / (2 * leverage)
  const fill = side === 'Long' ? 'fill-long' : 'fill-short'
  return (
    <>
      <text x="8" y={y + 18} className={`font-semibold ${fill}`}>
        {side}
      </text>
      <rect
        x={MIDDLE - lossWidth}
        y={y}
        width={lossWidth}
        height="28"
        className={fill}
        opacity="0.4"
      />
      <text
        x={MIDDLE - lossWidth - 6}
        y={y + 18}
        textAnchor="end"
        className="fill-ink font-semibold"
      >
        −{leverage.toFixed(2)}x
      </text>
      <rect x={MIDDLE} y={y} width={gainWidth} height="28" className={fill} />
      <text x={MIDDLE + gainWidth + 6} y={y + 18} className="fill-ink font-semibold">
        +{formatWad(gainWad, 2)}x
      </text>
    </>
  )
}
