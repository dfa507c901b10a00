import { useState } from 'react'
import { wadToNumber } from '../../analytics/wadToNumber'
import { formatWad } from '../../format/formatRatio'
import { computeSkewWad } from '../../protocol/poolMetrics'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { handleX, Picture, pointsOf } from '../parts/Picture'
import { Slider } from '../parts/Slider'

const HEIGHT = 138
const BAR_TOP = 114
const BAR_HEIGHT = 16
/** Where the curve is drawn; it goes on beyond. */
const DRAWN = { from: 8, to: 92 }
const TICKS = [0.25, 1, 4]

export default function Skew({ id }: { id: string }) {
  const [longShare, setLongShare] = useState(60)
  const skewWad = skewOf(longShare)
  return (
    <Explanation
      id={id}
      title="Skew"
      example="Example figures, not a live pool’s."
      sentences={[
        'Skew is the long balance divided by the short balance: S = long ÷ short.',
        'At S = 1 both sides are equal, and if one side is empty, S is undefined: there’s no counterparty to pay the other side’s gains.',
      ]}
    >
      <SkewPicture longShare={longShare} skewWad={skewWad} />
      <Slider
        label="Long share of the pool"
        text={`${longShare}%`}
        value={longShare}
        min={0}
        max={100}
        onChange={setLongShare}
      />
      <Outcome>
        <SkewInWords longShare={longShare} skewWad={skewWad} />
      </Outcome>
    </Explanation>
  )
}

function skewOf(longShare: number): bigint | undefined {
  return computeSkewWad({
    longBalance: BigInt(longShare),
    shortBalance: BigInt(100 - longShare),
  })
}

function SkewInWords({ longShare, skewWad }: { longShare: number; skewWad: bigint | undefined }) {
  if (skewWad === undefined) {
    const [holder, gainsWhen] = longShare === 0 ? ['Shorts', 'falls'] : ['Longs', 'rises']
    const losesWhen = longShare === 0 ? 'rises' : 'falls'
    return (
      <>
        <strong>No counterparty.</strong> {holder} can’t gain when the index {gainsWhen}, but still
        lose when it {losesWhen}.
      </>
    )
  }
  const majority = longShare > 50 ? 'Longs' : 'Shorts'
  return (
    <>
      {longShare} ÷ {100 - longShare}: <strong>S = {formatWad(skewWad, 2)}</strong>.{' '}
      {longShare === 50 ? 'Both sides are equal.' : `${majority} are the larger side.`}
    </>
  )
}

/** Skews are ratios: twice as much long is as far from 1 as twice as much short. */
function skewY(skew: number): number {
  return 46 - Math.log2(skew) * 12
}

function SkewPicture({ longShare, skewWad }: { longShare: number; skewWad: bigint | undefined }) {
  const x = handleX(longShare, 0, 100)
  return (
    <Picture height={HEIGHT}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1="32" x2="312" y1={skewY(tick)} y2={skewY(tick)} className="stroke-line" />
          <text x="26" y={skewY(tick) + 4} textAnchor="end" className="fill-muted">
            {tick}
          </text>
        </g>
      ))}
      <text x="26" y="10" textAnchor="end" className="fill-muted">
        S
      </text>
      <polyline points={CURVE} className="fill-none stroke-muted" strokeWidth="1.5" />
      <rect x="8" y={BAR_TOP} width={x - 8} height={BAR_HEIGHT} className="fill-long" />
      <rect x={x} y={BAR_TOP} width={312 - x} height={BAR_HEIGHT} className="fill-short" />
      <line x1={x} x2={x} y1={BAR_TOP - 3} y2={HEIGHT - 5} className="stroke-ink" strokeWidth="2" />
      <text x="8" y={BAR_TOP - 6} className="fill-long">
        Long {longShare}%
      </text>
      <text x="312" y={BAR_TOP - 6} textAnchor="end" className="fill-short">
        {100 - longShare}% short
      </text>
      {skewWad !== undefined && <SkewDot x={x} skewWad={skewWad} />}
    </Picture>
  )
}

function SkewDot({ x, skewWad }: { x: number; skewWad: bigint }) {
  const skew = wadToNumber(skewWad)
  if (skew > 12 || skew < 1 / 12) return null
  const isRight = x > 240
  return (
    <>
      <circle cx={x} cy={skewY(skew)} r="4.5" className="fill-accent" />
      <text
        x={isRight ? x - 9 : x + 9}
        y={skewY(skew) + (isRight ? -2 : 10)}
        textAnchor={isRight ? 'end' : 'start'}
        className="fill-ink font-semibold"
      >
        {formatWad(skewWad, 2)}
      </text>
    </>
  )
}

const CURVE = pointsOf(
  Array.from({ length: DRAWN.to - DRAWN.from + 1 }, (_, i) => DRAWN.from + i).flatMap((share) => {
    const skewWad = skewOf(share)
    return skewWad === undefined
      ? []
      : [[handleX(share, 0, 100), skewY(wadToNumber(skewWad))] as const]
  }),
)
