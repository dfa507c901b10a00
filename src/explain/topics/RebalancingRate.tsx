import { useState } from 'react'
import { formatPercent } from '../../format/formatRatio'
import { computeSkewWad } from '../../protocol/poolMetrics'
import { calculateValueTransfer } from '../../protocol/poolSwapLibrary'
import { fromUInt, POSITIVE_ZERO } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { Picture } from '../parts/Picture'
import { SkewSlider } from '../parts/SkewSlider'

const SHORT_BALANCE = 1_000_000n * WAD
const LEVERAGE = fromUInt(3n)

export default function RebalancingRate({ id }: { id: string }) {
  const [skewPercent, setSkewPercent] = useState(125)
  const longBalance = (SHORT_BALANCE * BigInt(skewPercent)) / 100n
  const skewWad = computeSkewWad({ longBalance, shortBalance: SHORT_BALANCE })
  if (skewWad === undefined) return null
  const rateWad = skewWad - WAD
  const rate = formatPercent(rateWad, 0, { signed: true })
  const changes = changesOf(longBalance)
  return (
    <Explanation
      id={id}
      title="Rebalancing rate"
      example="Example figures, not a live pool’s."
      sentences={[
        'The rebalancing rate is the skew minus one: above zero longs pay shorts, below zero shorts pay longs.',
        'It isn’t a fee anyone is charged: when the index moves up and back down, the larger side loses more than it gains and the smaller side gains more than it loses.',
      ]}
    >
      <PaymentPicture skew={skewPercent / 100} rate={rate} />
      <SkewSlider skewWad={skewWad} percent={skewPercent} onChange={setSkewPercent} />
      <ChangesTable changes={changes} />
      <Outcome>
        {rateWad === 0n ? (
          <>
            S − 1 = <strong>0%</strong>: neither side pays. Both gain as much as they lose.
          </>
        ) : (
          <>
            S − 1 = <strong>{rate}</strong>:{' '}
            {rateWad > 0n ? 'longs pay shorts' : 'shorts pay longs'}, who gain more from a move than
            they lose when it reverses.
          </>
        )}
      </Outcome>
    </Explanation>
  )
}

interface SideChange {
  readonly gainWad: bigint
  readonly lossWad: bigint
}

/** What a rebalance does to both sides when the index goes from 100 to 101, or from 101 to 100. */
function changesOf(longBalance: bigint): { long: SideChange; short: SideChange } {
  const transfer = (from: bigint, to: bigint) =>
    calculateValueTransfer(longBalance, SHORT_BALANCE, LEVERAGE, from, to, POSITIVE_ZERO)
  const [longUp, shortUp] = transfer(100n, 101n)
  const [longDown, shortDown] = transfer(101n, 100n)
  const change = (before: bigint, after: bigint) => ((after - before) * WAD) / before
  return {
    long: { gainWad: change(longBalance, longUp), lossWad: change(longBalance, longDown) },
    short: { gainWad: change(SHORT_BALANCE, shortDown), lossWad: change(SHORT_BALANCE, shortUp) },
  }
}

function ChangesTable({ changes }: { changes: ReturnType<typeof changesOf> }) {
  return (
    <table className="w-full">
      <caption className="pb-1 text-left text-xs text-muted">
        3x pool, index from 100 to 101 and back
      </caption>
      <thead className="text-xs text-muted">
        <tr className="border-b border-line">
          <td />
          <th scope="col" className="py-1 text-right font-medium">
            gain
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            loss
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            mean
          </th>
        </tr>
      </thead>
      <tbody>
        {(['long', 'short'] as const).map((side) => {
          const { gainWad, lossWad } = changes[side]
          return (
            <tr key={side} className="border-b border-line">
              <th
                scope="row"
                className={`py-1 text-left font-medium ${side === 'long' ? 'text-long' : 'text-short'}`}
              >
                {side === 'long' ? 'Long' : 'Short'}
              </th>
              {[gainWad, lossWad, (gainWad + lossWad) / 2n].map((wad, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: The columns never change places.
                <td key={column} className="py-1 text-right">
                  {formatPercent(wad, 2, { signed: true })}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Both sides as squares whose areas are their balances, and an arrow from the one that pays. */
function PaymentPicture({ skew, rate }: { skew: number; rate: string }) {
  const longSize = 62 * Math.sqrt(skew / (1 + skew))
  const shortSize = 62 * Math.sqrt(1 / (1 + skew))
  const isPaid = skew !== 1
  const width = Math.min(9, 1.5 + Math.abs(skew - 1) * 7.5)
  return (
    <Picture height={68}>
      <rect
        x={72 - longSize}
        y={34 - longSize / 2}
        width={longSize}
        height={longSize}
        rx="3"
        className="fill-long"
      />
      <text x="80" y="38" className="fill-long font-semibold">
        Long
      </text>
      <rect
        x="248"
        y={34 - shortSize / 2}
        width={shortSize}
        height={shortSize}
        rx="3"
        className="fill-short"
      />
      <text x="240" y="38" textAnchor="end" className="fill-short font-semibold">
        Short
      </text>
      <text x="160" y="22" textAnchor="middle" className="fill-ink font-semibold">
        {rate}
      </text>
      <g transform={skew < 1 ? 'rotate(180 160 38)' : undefined} className="stroke-accent">
        <line
          x1="122"
          x2={isPaid ? 184 : 194}
          y1="38"
          y2="38"
          strokeWidth={width}
          strokeDasharray={isPaid ? undefined : '3 3'}
        />
        {isPaid && <path d="M182 30v16l14 -8z" className="fill-accent stroke-none" />}
      </g>
      <text x="160" y="60" textAnchor="middle" className="fill-muted">
        {isPaid ? 'pays' : 'even'}
      </text>
    </Picture>
  )
}
