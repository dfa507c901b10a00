import type { PoolFacts } from '../../chain/poolRegistry'
import { formatClock } from '../../format/formatTime'
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
  facts,
}: {
  change: FiguresChange
  before: Figures
  now: Figures
  facts: PoolFacts
}) {
  const clock = ({ executesAtSec }: Figures) =>
    formatClock(Number(executesAtSec), Number(now.executesAtSec))
  return (
    <Notice tone="warn">
      <p>{REASONS[change]} Nothing was sent. Was → is now:</p>
      <Facts>
        <Fact name="Interval">
          {beforeAndNow(before.intervalId.toString(), now.intervalId.toString())}
        </Fact>
        <Fact name="Not before">{beforeAndNow(clock(before), clock(now))}</Fact>
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
