import type { EndOutcome } from '../../../analytics/lab/simulate/outcome'
import { toCsvText } from '../../../format/toCsvText'
import { Card } from '../../../ui/Card'
import BarsChart, { type HistogramBar } from '../../../ui/charts/BarsChart'
import { labContent } from '../content'
import { CsvButton } from '../shared/CsvButton'
import { NoChart } from '../shared/NoChart'

const content = labContent.simulate
const STAKE = 100

/** How often which value came out at the end. */
export function OutcomeHistogram({
  outcome,
  name,
  paths,
}: {
  /** Undefined while it is awaited. */
  outcome: EndOutcome | undefined
  /** Of the position. */
  name: string
  paths: number
}) {
  const bars = outcome === undefined ? [] : barsOf(outcome.histogram)
  const isLast = (bar: HistogramBar) => bar === bars.at(-1)
  return (
    <Card
      title={`${content.histogram}: ${name}`}
      aside={
        <CsvButton
          name={content.csvNames.histogram}
          isDisabled={outcome === undefined}
          csv={() =>
            toCsvText([
              ['from', 'to', 'paths'],
              ...bars.map((bar) => [bar.from, bar.to, bar.count].map(String)),
            ])
          }
        />
      }
    >
      <div className="h-64">
        {outcome === undefined ? (
          <NoChart text={undefined} />
        ) : (
          <BarsChart
            bars={bars}
            base={{ value: STAKE, label: content.start }}
            axes={content.histogramAxes}
            lastTick={content.lastTick}
            readout={(bar) => (
              <>
                <p className="font-semibold">
                  {isLast(bar)
                    ? content.lastBar(bar.from.toFixed(1))
                    : content.bar(bar.from.toFixed(1), bar.to.toFixed(1))}
                </p>
                <p>{content.count(bar.count.toLocaleString('en'), paths.toLocaleString('en'))}</p>
              </>
            )}
          />
        )}
      </div>
    </Card>
  )
}

function barsOf({ from, width, counts }: EndOutcome['histogram']): HistogramBar[] {
  return counts.map((count, index) => ({
    from: (from + index * width) * STAKE,
    to: (from + (index + 1) * width) * STAKE,
    count,
  }))
}
