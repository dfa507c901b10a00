import { useState } from 'react'
import { wadToNumber } from '../../analytics/wadToNumber'
import { formatPercent, formatPrice } from '../../format/formatRatio'
import { getPrice, poll } from '../../protocol/smaOracle'
import type { SmaOracleSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { handleX, Picture, pointsOf } from '../parts/Picture'
import { Row, Rows } from '../parts/Rows'
import { Slider } from '../parts/Slider'
import { ValuesTable } from '../parts/ValuesTable'

const SAMPLES = [1440n, 1470n, 1455n, 1490n, 1480n, 1505n, 1515n, 1485n]
const COUNT = SAMPLES.length
const INTERVAL_SEC = 3_600n
const RANGE = { from: 1_200, to: 1_800 }

export default function Sma({ id }: { id: string }) {
  const [spot, setSpot] = useState(1_680)
  const averages = averagesOf(spot)
  const [now = 0n, next = 0n] = averages
  const spotWad = BigInt(spot) * WAD
  const lagWad = next - spotWad
  return (
    <Explanation
      id={id}
      title="Simple moving average (SMA)"
      example="Example figures, not a live pool’s: an oracle with 8 samples."
      sentences={[
        'An SMA pool rebalances at the average of its oracle’s last n price samples, not at the spot price.',
        'Each sample adds the spot price and drops the oldest one, so the average moves by 1/n of their difference and lags the index.',
      ]}
      table={
        <ValuesTable
          caption={`The average if spot is ${formatPrice(spotWad)} at every sample`}
          head={['Samples', 'Average']}
          rows={averages.map((average, samples) => [`${samples}`, formatPrice(average)])}
        />
      }
    >
      <SamplesPicture spot={spot} averages={averages} />
      <Slider
        label="Spot price"
        text={formatPrice(spotWad)}
        value={spot}
        min={RANGE.from}
        max={RANGE.to}
        step={10}
        onChange={setSpot}
      />
      <Rows>
        <Row name={`Average of ${COUNT} samples now`}>{formatPrice(now)}</Row>
        <Row name="After the next sample">{formatPrice(next)}</Row>
      </Rows>
      <Outcome>
        The next rebalance uses <strong>{formatPrice(next)}</strong>,{' '}
        {lagWad === 0n
          ? 'the spot price itself.'
          : `${formatPercent(ratio(lagWad < 0n ? -lagWad : lagWad, spotWad), 2)} ${lagWad < 0n ? 'below' : 'above'} spot. After ${COUNT} samples at this price the average catches up.`}
      </Outcome>
    </Explanation>
  )
}

function ratio(part: bigint, whole: bigint): bigint {
  return (part * WAD) / whole
}

/** The oracle's price now and after each of the next polls, wads, if the spot price stays where it is. */
function averagesOf(spot: number): bigint[] {
  let oracle: SmaOracleSnapshot = {
    kind: 'sma',
    prices: SAMPLES.map((price) => price * WAD),
    periodCount: BigInt(COUNT),
    numPeriods: BigInt(COUNT),
    lastUpdateSec: 0n,
    updateIntervalSec: INTERVAL_SEC,
    scaler: WAD,
    spotPrice: BigInt(spot),
  }
  const averages = [getPrice(oracle)]
  for (let polls = 1n; polls <= COUNT; polls++) {
    oracle = poll(oracle, polls * INTERVAL_SEC)
    averages.push(getPrice(oracle))
  }
  return averages
}

const FLOOR = 112
const STEP = 304 / (2 * COUNT)

function priceY(price: number): number {
  return FLOOR - ((price - RANGE.from + 60) / (RANGE.to - RANGE.from + 60)) * (FLOOR - 16)
}

function SamplesPicture({ spot, averages }: { spot: number; averages: readonly bigint[] }) {
  const bars = [...SAMPLES.map(Number), ...Array.from({ length: COUNT }, () => spot)]
  const barX = (index: number) => handleX(index, 0, 2 * COUNT)
  const line = averages.map((wad, polls) => {
    const y = priceY(wadToNumber(wad))
    return [barX(COUNT + polls) - STEP / 2, y] as const
  })
  const [, next = [0, 0] as const] = line
  const spotY = priceY(spot)
  return (
    <Picture height={130}>
      {bars.map((price, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: Samples never change places.
          key={index}
          x={barX(index) + 2}
          y={priceY(price)}
          width={STEP - 4}
          height={FLOOR - priceY(price)}
          strokeDasharray={index < COUNT ? undefined : '2 2'}
          className={
            index > COUNT
              ? 'fill-none stroke-line'
              : index === COUNT
                ? 'fill-raised stroke-ink'
                : index === 0
                  ? 'fill-line'
                  : 'fill-muted opacity-60'
          }
        />
      ))}
      <line x1="8" x2="312" y1={FLOOR} y2={FLOOR} className="stroke-muted" />
      <polyline points={pointsOf(line)} className="fill-none stroke-accent" strokeWidth="2" />
      <line x1={next[0]} x2={next[0]} y1={next[1]} y2={spotY} className="stroke-accent" />
      <text
        x={next[0]}
        y={Math.min(next[1], spotY) - 8}
        textAnchor="middle"
        className="fill-ink font-semibold"
      >
        lag
      </text>
      <circle cx={next[0]} cy={next[1]} r="4" className="fill-accent" />
      <text x="8" y={FLOOR + 14} className="fill-muted">
        dropped next
      </text>
      <text x={barX(COUNT)} y={FLOOR + 14} className="fill-muted">
        next sample and later
      </text>
    </Picture>
  )
}
