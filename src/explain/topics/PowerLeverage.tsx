import { useMemo, useState } from 'react'
import { wadToNumber } from '../../analytics/wadToNumber'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Segmented } from '../../ui/Segmented'
import { type LossShares, largestShareWad, lossShares } from '../lossShares'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { handleX, Picture, pointsOf } from '../parts/Picture'
import { LineMark, Row, Rows } from '../parts/Rows'
import { Slider } from '../parts/Slider'
import { ValuesTable } from '../parts/ValuesTable'

const LEVERAGES = ['1', '2', '3', '5'] as const
const TABLE_MOVES = [-50, -20, -10, -5, 5, 10, 20, 50]
const RANGE = 50
const LINES = [
  {
    key: 'deployed',
    name: 'Deployed: tanh(L · (1 − r))',
    stroke: 'stroke-accent',
    dash: undefined,
  },
  { key: 'power', name: 'V1: 1 − r^L', stroke: 'stroke-warn', dash: '6 3' },
  { key: 'plain', name: 'Plain leverage: L × move', stroke: 'stroke-muted', dash: '2 3' },
] as const

export default function PowerLeverage({ id }: { id: string }) {
  const [movePercent, setMovePercent] = useState(-20)
  const [leverage, setLeverage] = useState<(typeof LEVERAGES)[number]>('3')
  const shares = lossShares(BigInt(leverage), movePercent)
  const move = signed(movePercent)
  return (
    <Explanation
      id={id}
      title="Power leverage"
      example="Example figures, not a live pool’s."
      sentences={[
        'The losing side pays along a curve: the deployed contracts transfer tanh(L · (1 − r)) of its balance (V1: 1 − r^L), where r is the lower price ÷ the higher price.',
        'That share never reaches 100% (at most tanh(L) per rebalance), so positions can’t be liquidated.',
      ]}
      table={
        <ValuesTable
          caption={`Share of its balance that the losing side pays, ${leverage}x pool`}
          head={['Index move', 'Deployed', 'V1', 'Plain']}
          rows={TABLE_MOVES.map((each) => {
            const { deployed, power, plain } = lossShares(BigInt(leverage), each)
            return [signed(each), ...[deployed, power, plain].map((wad) => formatPercent(wad, 2))]
          })}
        />
      }
    >
      <Segmented
        isCompact
        label="Pool leverage"
        options={LEVERAGES.map((value) => ({ value, label: `${value}x pool` }))}
        value={leverage}
        onChange={setLeverage}
      />
      <Curves leverage={BigInt(leverage)} movePercent={movePercent} shares={shares} />
      <Slider
        label="Index move"
        text={move}
        value={movePercent}
        min={-RANGE}
        max={RANGE}
        onChange={setMovePercent}
      />
      <Rows>
        {LINES.map(({ key, name, stroke, dash }) => (
          <Row
            key={key}
            name={name}
            mark={<LineMark className={stroke} {...(dash === undefined ? {} : { dash })} />}
          >
            {formatPercent(shares[key], 2)}
          </Row>
        ))}
      </Rows>
      <Outcome>
        {movePercent === 0 ? (
          'No move, no transfer.'
        ) : (
          <>
            {movePercent < 0 ? 'Longs' : 'Shorts'} lose{' '}
            <strong>{formatPercent(shares.deployed, 2)}</strong>
            {shares.plain >= WAD
              ? ' of their balance. With plain leverage they’d be liquidated.'
              : ` of their balance; with plain leverage ${formatPercent(shares.plain, 2)}.`}{' '}
            Maximum per rebalance: {formatPercent(largestShareWad(BigInt(leverage)), 2)}.
          </>
        )}
      </Outcome>
    </Explanation>
  )
}

function signed(percent: number): string {
  return `${percent < 0 ? '−' : percent > 0 ? '+' : ''}${Math.abs(percent)}%`
}

const TOP = 14
const BOTTOM = 102

function shareY(wad: bigint): number {
  return BOTTOM - wadToNumber(wad) * (BOTTOM - TOP)
}

function Curves({
  leverage,
  movePercent,
  shares,
}: {
  leverage: bigint
  movePercent: number
  shares: LossShares
}) {
  const curves = useMemo(() => {
    const moves = Array.from({ length: 2 * RANGE + 1 }, (_, i) => i - RANGE)
    const points = moves.map((move) => ({
      x: handleX(move, -RANGE, RANGE),
      shares: lossShares(leverage, move),
    }))
    return LINES.map(({ key, stroke, dash }) => ({
      stroke,
      dash,
      points: pointsOf(points.map((point) => [point.x, shareY(point.shares[key])])),
    }))
  }, [leverage])
  const x = handleX(movePercent, -RANGE, RANGE)
  return (
    <Picture height={120}>
      {[0n, WAD / 2n, WAD].map((share) => (
        <line
          key={share}
          x1="8"
          x2="312"
          y1={shareY(share)}
          y2={shareY(share)}
          className="stroke-line"
        />
      ))}
      <text x="160" y="9" textAnchor="middle" className="fill-muted">
        100%: total loss
      </text>
      <text x="8" y={BOTTOM + 14} className="fill-muted">
        longs lose
      </text>
      <text x="312" y={BOTTOM + 14} textAnchor="end" className="fill-muted">
        shorts lose
      </text>
      <text x="160" y={BOTTOM + 14} textAnchor="middle" className="fill-muted">
        0%
      </text>
      <line x1={x} x2={x} y1={TOP} y2={BOTTOM} className="stroke-ink" strokeOpacity="0.4" />
      {curves.map(({ stroke, dash, points }) => (
        <polyline
          key={stroke}
          points={points}
          strokeDasharray={dash}
          strokeWidth={stroke === 'stroke-accent' ? 2 : 1.5}
          className={`fill-none ${stroke}`}
        />
      ))}
      <circle cx={x} cy={shareY(shares.deployed)} r="4.5" className="fill-accent" />
    </Picture>
  )
}
