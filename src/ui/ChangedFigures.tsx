import { formatPercent } from '../format/formatRatio'
import { formatClock } from '../format/formatTime'
import type { Balance } from '../protocol/snapshot'
import { Amount } from './Amount'
import { Fact, Facts } from './Facts'
import { Notice } from './Notice'
import { OrderProceeds, type PoolTokens } from './OrderProceeds'

const REASONS = {
  fee: 'The market’s fees changed.',
  upkeep: 'A rebalance happened.',
  interval: 'The cut-off passed. Your commit now goes into a later interval.',
  outcome: 'The projected outcome changed.',
  unkept: 'The figures you agreed to weren’t saved by an earlier version of this app.',
} as const

/** Figures of an order, as far as they are compared before a person's eyes. */
interface ShownFigures {
  readonly intervalId: bigint
  readonly executesAtSec: bigint
  /** Undefined where there is no projection. */
  readonly adds: Balance | undefined
  readonly pays: bigint
  readonly mintingFeeWad?: bigint
  readonly burningFeeWad?: bigint
}

/** A rebalance comes some seconds late: within the same interval that is no change to tell. */
const UNTOLD_DELAY_SEC = 60

/** The figures an order was agreed to with, and the current ones. Nothing is sent before the person has seen the new ones. */
export function ChangedFigures({
  change,
  says,
  before,
  now,
  waitsFor,
  paid,
  tokens,
}: {
  change: keyof typeof REASONS
  /** What that means at this moment: what was sent, and what to do. */
  says: string
  /** The same as `now` where it is not known. */
  before: ShownFigures
  now: ShownFigures
  /** What takes the place of the earliest execution's clock time. @see describeEarliest */
  waitsFor: string | undefined
  /** What is paid with. */
  paid: { readonly symbol: string; readonly decimals: number }
  tokens: PoolTokens
}) {
  const clock = ({ executesAtSec }: ShownFigures) =>
    formatClock(Number(executesAtSec), Number(now.executesAtSec))
  return (
    <Notice tone="warn" standing>
      {/* Read out once; the figures below may change with every block. */}
      <p role="alert">
        {REASONS[change]} {says} {before === now ? 'Current figures:' : 'Before → new:'}
      </p>
      <Facts>
        <Fact name="Interval">
          {beforeAndNow(before.intervalId.toString(), now.intervalId.toString())}
        </Fact>
        <Fact name="Earliest execution">
          {waitsFor ??
            (isSameTime(before, now) ? clock(now) : beforeAndNow(clock(before), clock(now)))}
        </Fact>
        {before.pays !== now.pays && (
          <Fact name="You pay">
            <Amount value={before.pays} token={paid} /> → <Amount value={now.pays} token={paid} />
          </Fact>
        )}
        <FeeFact name="Minting fee" before={before.mintingFeeWad} now={now.mintingFeeWad} />
        <FeeFact name="Burning fee" before={before.burningFeeWad} now={now.burningFeeWad} />
        <Fact name="You receive (projected)">
          {before !== now && (
            <>
              <Projected adds={before.adds} tokens={tokens} /> →{' '}
            </>
          )}
          <Projected adds={now.adds} tokens={tokens} />
        </Fact>
      </Facts>
    </Notice>
  )
}

/** A fee that has changed; nothing for one that has not, or where it is not known. */
function FeeFact({ name, before, now }: { name: string; before?: Wad; now?: Wad }) {
  if (before === undefined || now === undefined || before === now) return null
  // As many digits as it takes to tell them apart.
  let digits = 3
  while (digits < 16 && formatPercent(before, digits) === formatPercent(now, digits)) digits++
  const text = (fee: bigint) => formatPercent(fee, digits)
  return <Fact name={name}>{`${text(before)} → ${text(now)}`}</Fact>
}

type Wad = bigint | undefined

function isSameTime(before: ShownFigures, now: ShownFigures): boolean {
  const delaySec = Math.abs(Number(now.executesAtSec - before.executesAtSec))
  return before.intervalId === now.intervalId && delaySec < UNTOLD_DELAY_SEC
}

function Projected({ adds, tokens }: { adds: Balance | undefined; tokens: PoolTokens }) {
  return adds === undefined ? '—' : <OrderProceeds adds={adds} tokens={tokens} />
}

function beforeAndNow(before: string, now: string): string {
  return before === now ? now : `${before} → ${now}`
}
