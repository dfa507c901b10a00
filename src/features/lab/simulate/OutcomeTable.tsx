import {
  type EndOutcome,
  POSITIONS,
  POSITIONS_BESIDE,
  type SimulationResult,
} from '../../../analytics/lab/simulate/outcome'
import { formatGain } from '../../../format/formatRatio'
import { Card } from '../../../ui/Card'
import { Fact, Facts } from '../../../ui/Facts'
import { useMediaQuery } from '../../../ui/useMediaQuery'
import { labContent } from '../content'
import { CsvButton } from '../shared/CsvButton'
import { NumbersTable } from '../shared/NumbersTable'
import { outcomesCsv } from './outcomesCsv'

const content = labContent.simulate
const ROWS = [...POSITIONS, 'index', ...POSITIONS_BESIDE] as const

/** What each position is worth at the end, as changes from the start; on a phone, a list for each position. */
export function OutcomeTable({ result }: { result: SimulationResult }) {
  const hasTable = useMediaQuery('(min-width: 40rem)')
  const rows = ROWS.flatMap((key) => {
    const end = result.ends[key]
    const name = content.positions[key]
    return end === undefined ? [] : [{ key, name, end, cells: [name, ...cellsOf(end)] }]
  })
  return (
    <Card
      title={content.table.title}
      aside={
        <CsvButton
          name={content.csvNames.outcomes}
          isDisabled={false}
          csv={() => outcomesCsv(rows)}
        />
      }
    >
      {hasTable ? (
        <NumbersTable label={content.table.title} columns={content.table.columns} rows={rows} />
      ) : (
        <div className="space-y-4">
          {rows.map(({ key, cells: [name, ...values] }) => (
            <section key={key} aria-label={name}>
              <h3 className="font-semibold">{name}</h3>
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
