import { useState } from 'react'
import { formatAmount } from '../../format/formatAmount'
import { calculateValueTransfer } from '../../protocol/poolSwapLibrary'
import { fromUInt, POSITIVE_ZERO } from '../../protocol/quad'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { Picture } from '../parts/Picture'
import { Row, Rows } from '../parts/Rows'
import { Slider } from '../parts/Slider'
import { ValuesTable } from '../parts/ValuesTable'

const CENTS = 100n
const SIDE = 1_000n * CENTS
const LEVERAGE = fromUInt(3n)
const RANGE = 30
const TABLE_MOVES = [-30, -20, -10, 0, 10, 20, 30]

/** Two liquids in one vessel: what one side loses, the other side gains. */
export default function Pools({ id }: { id: string }) {
  const [movePercent, setMovePercent] = useState(10)
  const { long, short } = balancesAfter(movePercent)
  const move = signed(movePercent)
  const paid = long > SIDE ? long - SIDE : short - SIDE
  return (
    <Explanation
      id={id}
      title="Two sides, one pool"
      example="Example figures, not a live pool’s: a 3x pool with 1,000 USDC on each side, before fees."
      sentences={[
        'A pool holds two sides like water and oil in one vessel: the long side’s balance and the short side’s balance, both in the same settlement token.',
        'At every rebalance the boundary between them moves with the index price, so one side gains exactly what the other side loses.',
      ]}
      table={
        <ValuesTable
          caption="Balances after one rebalance, USDC"
          head={['Index move', 'Long', 'Short', 'Pool']}
          rows={TABLE_MOVES.map((each) => {
            const after = balancesAfter(each)
            return [
              signed(each),
              ...[after.long, after.short, after.long + after.short].map((cents) => usdc(cents)),
            ]
          })}
        />
      }
    >
      <Vessel longShare={Number(long) / Number(long + short)} />
      <Slider
        label="Index move"
        text={move}
        value={movePercent}
        min={-RANGE}
        max={RANGE}
        onChange={setMovePercent}
      />
      <Rows>
        <Row name="Long side">{usdc(long)} USDC</Row>
        <Row name="Short side">{usdc(short)} USDC</Row>
        <Row name="Pool">{usdc(long + short)} USDC</Row>
      </Rows>
      <Outcome>
        {movePercent === 0 ? (
          'The index doesn’t move: nothing changes sides.'
        ) : (
          <>
            The index moves by {move}: the {movePercent > 0 ? 'short' : 'long'} side pays{' '}
            <strong>{usdc(paid)} USDC</strong> to the {movePercent > 0 ? 'long' : 'short'} side. The
            pool holds as much as before.
          </>
        )}
      </Outcome>
    </Explanation>
  )
}

/** Both sides after one rebalance of two equal sides, in cents. */
function balancesAfter(movePercent: number): { long: bigint; short: bigint } {
  const [long, short] = calculateValueTransfer(
    SIDE,
    SIDE,
    LEVERAGE,
    100n,
    BigInt(100 + movePercent),
    POSITIVE_ZERO,
  )
  return { long, short }
}

function usdc(cents: bigint): string {
  return formatAmount(cents, 2)
}

function signed(percent: number): string {
  return `${percent < 0 ? '−' : percent > 0 ? '+' : ''}${Math.abs(percent)}%`
}

const TOP = 6
const FLOOR = 122

/** The long side is the water, below; the dashed line is where the boundary was. */
function Vessel({ longShare }: { longShare: number }) {
  const level = FLOOR - longShare * (FLOOR - TOP)
  return (
    <Picture height={128}>
      <rect x="80" y={TOP} width="160" height={level - TOP} className="fill-short" opacity="0.8" />
      <rect x="80" y={level} width="160" height={FLOOR - level} className="fill-long" />
      <line
        x1="64"
        x2="256"
        y1={(TOP + FLOOR) / 2}
        y2={(TOP + FLOOR) / 2}
        strokeDasharray="3 3"
        className="stroke-ink"
      />
      <path d={`M78 2V${FLOOR + 2}H242V2`} strokeWidth="3" className="fill-none stroke-muted" />
      <text x="70" y={(TOP + level) / 2 + 4} textAnchor="end" className="fill-short font-semibold">
        Short (oil)
      </text>
      <text x="70" y={(level + FLOOR) / 2 + 4} textAnchor="end" className="fill-long font-semibold">
        Long (water)
      </text>
      <text x="260" y={(TOP + FLOOR) / 2 + 4} className="fill-muted">
        before
      </text>
    </Picture>
  )
}
