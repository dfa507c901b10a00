import {
  type EndOutcome,
  POSITIONS,
  POSITIONS_BESIDE,
  type SimulationResult,
} from '../../../analytics/lab/simulate/outcome'
import { formatGain } from '../../../format/formatRatio'
import { Card } from '../../../ui/Card'
import { Fact, Facts } from '../../../ui/Facts'
import { Skeleton } from '../../../ui/Skeleton'
import { useMediaQuery } from '../../../ui/useMediaQuery'
import { labContent } from '../content'
import { CsvButton } from '../shared/CsvButton'
import { NumbersTable } from '../shared/NumbersTable'
import { outcomesCsv } from './outcomesCsv'

const content = labContent.simulate
const ALWAYS = [...POSITIONS, 'index'] as const
const ROWS = [...ALWAYS, ...POSITIONS_BESIDE] as const

/**
 * What each position is worth at the end, as changes from the start; on a phone, a list for each position.
 *
 * @param ends Undefined while the first ones are awaited: their room is kept
 */
export function OutcomeTable({ ends }: { ends: SimulationResult['ends'] | undefined }) {
  const hasTable = useMediaQuery('(min-width: 40rem)')
  const done = ROWS.flatMap((key) => {
    const end = ends?.[key]
    const name = content.positions[key]
    return end === undefined ? [] : [{ key, name, end, cells: [name, ...cellsOf(end)] }]
  })
  const rows =
    ends === undefined
      ? ALWAYS.map((key) => ({ key, cells: [content.positions[key], ...AWAITED] }))
      : done
  return (
    <Card
      title={content.table.title}
      aside={
        <CsvButton
          name={content.csvNames.outcomes}
          isDisabled={ends === undefined}
          csv={() => outcomesCsv(done)}
        />
      }
    >
      {hasTable ? (
        <NumbersTable label={content.table.title} columns={content.table.columns} rows={rows} />
      ) : (
        <div className="space-y-4">
          {rows.map(({ key, cells: [, ...values] }) => (
            <section key={key} aria-label={content.positions[key]}>
              <h3 className="font-semibold">{content.positions[key]}</h3>
              <Facts>
                {values.map((value, index) => (
                  <Fact
                    key={content.table.columns[index + 1]}
                    name={content.table.columns[index + 1] ?? ''}
                  >
                    {value}
                  </Fact>
                ))}
              </Facts>
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}

const AWAITED = content.table.columns
  .slice(1)
  .map((column) => <Skeleton key={column} width="3.5rem" />)

function cellsOf({ mean, standardError, median, percentiles, chanceOfLoss, worst5 }: EndOutcome) {
  const change = (multiple: number | undefined) =>
    multiple === undefined ? '—' : formatGain(multiple - 1)
  const error = Number.isNaN(standardError) ? '' : ` ± ${(standardError * 100).toFixed(1)}%`
  return [
    `${change(mean)}${error}`,
    change(median),
    change(percentiles[0]),
    change(percentiles.at(-1)),
    `${(chanceOfLoss * 100).toFixed(0)}%`,
    change(worst5),
  ]
}
