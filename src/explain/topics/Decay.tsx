import { useState } from 'react'
import { wadToNumber } from '../../analytics/wadToNumber'
import { formatPercent, formatWad } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Segmented } from '../../ui/Segmented'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { handleX, Picture, pointsOf } from '../parts/Picture'
import { LineMark, Row, Rows } from '../parts/Rows'
import { Slider } from '../parts/Slider'
import { ValuesTable } from '../parts/ValuesTable'
import { type Flows, roundTrips, type TokenValues } from '../roundTrips'

const LEVERAGES = ['1', '3', '5'] as const
const FLOWS = [
  { value: 'even', label: 'Skew returns to 1' },
  { value: 'none', label: 'No one trades' },
] as const
const REBALANCES = 12

/** What an index that comes back leaves of both tokens. */
export default function Decay({ id }: { id: string }) {
  const [movePercent, setMovePercent] = useState(2)
  const [leverage, setLeverage] = useState<(typeof LEVERAGES)[number]>('3')
  const [flows, setFlows] = useState<Flows>('even')
  const values = roundTrips(BigInt(leverage), movePercent, REBALANCES, flows)
  const last = values.at(-1) ?? { long: WAD, short: WAD }
  const change = (wad: bigint) => formatPercent(wad - WAD, 2, { signed: true })
  return (
    <Explanation
      id={id}
      title="Volatility decay"
      example={`Example figures, not a live pool’s: ${REBALANCES} rebalances, the index up and back each time, before all fees.`}
      sentences={[
        'Volatility decay is what a token loses when the index moves and comes back: a gain and a loss of the same share s leave (1 + s) × (1 − s) of its value.',
        'If no one trades, one token’s loss is the other token’s gain, but if new commits bring the skew back to 1 after each rebalance, both tokens lose.',
      ]}
      table={
        <ValuesTable
          caption={`Token values, ${leverage}x pool, index between 100 and ${100 + movePercent}`}
          head={['Rebalance', 'Index', 'Long', 'Short']}
          rows={values.map(({ long, short }, index) => [
            `${index}`,
            `${index % 2 === 0 ? 100 : 100 + movePercent}`,
            formatWad(long, 4),
            formatWad(short, 4),
          ])}
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
      <Segmented
        isCompact
        label="Between rebalances"
        options={FLOWS}
        value={flows}
        onChange={setFlows}
      />
      <ValuesPicture values={values} />
      <Slider
        label="Index move, up and back"
        text={`${movePercent}%`}
        value={movePercent}
        min={0}
        max={10}
        onChange={setMovePercent}
      />
      <Rows>
        <Row name="Long token" mark={<LineMark className="stroke-long" />}>
          {change(last.long)}
        </Row>
        <Row name="Short token" mark={<LineMark className="stroke-short" dash="6 3" />}>
          {change(last.short)}
        </Row>
      </Rows>
      <Outcome>
        {movePercent === 0 ? (
          'Without a move there is no decay.'
        ) : (
          <>
            The index is back where it started. The long token has changed by{' '}
            <strong>{change(last.long)}</strong>, the short token by{' '}
            <strong>{change(last.short)}</strong>.
          </>
        )}
      </Outcome>
    </Explanation>
  )
}

const MIDDLE = 50

function ValuesPicture({ values }: { values: readonly TokenValues[] }) {
  const all = values.flatMap(({ long, short }) => [wadToNumber(long) - 1, wadToNumber(short) - 1])
  const reach = Math.max(0.02, ...all.map(Math.abs))
  const points = (side: keyof TokenValues) =>
    pointsOf(
      values.map((each, index) => [
        handleX(index, 0, REBALANCES),
        MIDDLE - ((wadToNumber(each[side]) - 1) / reach) * (MIDDLE - 12),
      ]),
    )
  return (
    <Picture height={114}>
      <line x1="8" x2="312" y1={MIDDLE} y2={MIDDLE} className="stroke-line" />
      <text x="8" y="9" className="fill-muted">
        token value; the line is its value at the start
      </text>
      <polyline points={points('long')} className="fill-none stroke-long" strokeWidth="2" />
      <polyline
        points={points('short')}
        className="fill-none stroke-short"
        strokeWidth="2"
        strokeDasharray="6 3"
      />
      <text x="8" y="110" className="fill-muted">
        start
      </text>
      <text x="312" y="110" textAnchor="end" className="fill-muted">
        {REBALANCES} rebalances
      </text>
    </Picture>
  )
}
