import type { PoolFacts } from '../../chain/poolRegistry'
import { formatClock } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { Notice } from '../../ui/Notice'
import type { Figures, FiguresChange } from './figures'
import { Gets } from './Gets'

const REASONS: Readonly<Record<FiguresChange, string>> = {
  upkeep: 'A rebalance has happened since you filled this in.',
  interval:
    'The cut-off has passed since you filled this in: the order goes into a later interval.',
  outcome: 'The projected outcome has changed since you filled this in.',
}

/** What has become of the figures that somebody decided on. Nothing is sent before they have seen the new ones. */
export function ChangedFigures({
  change,
  before,
  now,
  paid,
  facts,
}: {
  change: FiguresChange
  before: Figures
  now: Figures
  /** What is paid with. */
  paid: { readonly symbol: string; readonly decimals: number }
  facts: PoolFacts
}) {
  const clock = ({ executesAtSec }: Figures) =>
    formatClock(Number(executesAtSec), Number(now.executesAtSec))
  return (
    <Notice tone="warn" standing>
      {/* Read out once; the figures below may change with every block. */}
      <p role="alert">{REASONS[change]} Nothing was sent. Was → is now:</p>
      <Facts>
        <Fact name="Interval">
          {beforeAndNow(before.intervalId.toString(), now.intervalId.toString())}
        </Fact>
        <Fact name="Not before">{beforeAndNow(clock(before), clock(now))}</Fact>
        {before.pays !== now.pays && (
          <Fact name="You pay">
            <Amount value={before.pays} token={paid} /> → <Amount value={now.pays} token={paid} />
          </Fact>
        )}
        <Fact name="You get">
          <Gets adds={before.adds} facts={facts} /> → <Gets adds={now.adds} facts={facts} />
        </Fact>
      </Facts>
    </Notice>
  )
}

function beforeAndNow(before: string, now: string): string {
  return before === now ? now : `${before} → ${now}`
}
