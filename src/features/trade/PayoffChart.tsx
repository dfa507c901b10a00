import type { CurvePoint } from '../../analytics/orderLadder'
import { formatAmountShort } from '../../format/formatAmount'
import { formatMove } from './formatMove'

const WIDTH = 320
const HEIGHT = 130
/** Room for the money at the left, and for half a label at the right. */
const LEFT = 56
const RIGHT = 20
const TOP = 8
const BOTTOM = 18

/** What an order is worth over moves of the index, with a line at what was put in. Drawn to scale, for reading off roughly. */
export function PayoffChart({
  points,
  stake,
  describeStake,
  decimals,
  label,
}: {
  points: readonly CurvePoint[]
  /** Settlement units. */
  stake: bigint
  /** What the line says of it. */
  describeStake: (amount: string) => string
  decimals: number
  label: string
}) {
  const moves = points.map(({ moveBasisPoints }) => moveBasisPoints)
  const values = [...points.map(({ value }) => Number(value)), Number(stake)]
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const [first, last] = [Math.min(...moves), Math.max(...moves)]
  const x = (move: number) => LEFT + ((move - first) / (last - first)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) =>
    TOP + (1 - (value - lowest) / (highest - lowest || 1)) * (HEIGHT - TOP - BOTTOM)
  const line = points.map(
    ({ moveBasisPoints, value }) => `${x(moveBasisPoints)},${y(Number(value))}`,
  )
  const text = (value: number) => formatAmountShort(BigInt(Math.trunc(value)), decimals)
  const stakeY = y(Number(stake))
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full" role="img" aria-label={label}>
      <line x1={x(0)} x2={x(0)} y1={TOP} y2={HEIGHT - BOTTOM} stroke="var(--line)" />
      <line
        x1={LEFT}
        x2={WIDTH - RIGHT}
        y1={stakeY}
        y2={stakeY}
        stroke="var(--muted)"
        strokeDasharray="3 4"
      />
      <polyline points={line.join(' ')} fill="none" stroke="var(--accent)" strokeWidth="2" />
      <g fill="var(--muted)" fontSize="10" className="tabular">
        <text x={WIDTH - RIGHT} y={stakeY - 3} textAnchor="end">
          {describeStake(text(Number(stake)))}
        </text>
        {[highest, lowest].map((value) => (
          <text key={value} x={LEFT - 6} y={y(value) + 3} textAnchor="end">
            {text(value)}
          </text>
        ))}
        {[first, 0, last].map((move) => (
          <text key={move} x={x(move)} y={HEIGHT - 4} textAnchor="middle">
            {formatMove(move)}
          </text>
        ))}
      </g>
    </svg>
  )
}
