import { useMemo } from 'react'
import { toCsvText } from '../../../format/toCsvText'
import { Card } from '../../../ui/Card'
import LinesChart, { type ChartLine, type ChartRow } from '../../../ui/charts/LinesChart'
import { Fact, Facts } from '../../../ui/Facts'
import { labContent } from '../content'
import { LabChoice } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { CsvButton } from '../shared/CsvButton'
import { LabLayout } from '../shared/LabLayout'
import { CompositionsTable } from './CompositionsTable'
import { strategiesContent } from './content'
import { LittleSkew } from './LittleSkew'
import { parseStrategy } from './parseStrategy'
import { StrategyActions } from './StrategyActions'
import { StrategyControls } from './StrategyControls'
import { chooseStrategy, hasLittleSkew, uneven } from './skewExample'
import { STRATEGIES } from './strategy'
import { strategyNumbers } from './strategyNumbers'
import { strategyPicture } from './strategyPicture'

const content = strategiesContent
const STAKE = 100

/** What one can do with a pool: each strategy with its payoff, costs and outcome, and the way to trade it. */
export function StrategiesView({
  form,
  poolState,
  onChange,
}: {
  form: LabForm
  poolState: LabPoolState
  onChange: ChangeLab
}) {
  const { pool, listed } = poolState
  const parsed = useMemo(() => pool && parseStrategy(form, pool), [form, pool])
  const strategy = STRATEGIES.find((one) => one === form.strategy) ?? 'directional'
  const terms = parsed?.ok ? parsed.terms : undefined
  const picture = useMemo(() => terms && strategyPicture(strategy, terms), [strategy, terms])
  return (
    <LabLayout
      picture={
        <Card
          title={content.title}
          aside={
            <CsvButton
              name={content.csvName}
              isDisabled={picture === undefined}
              csv={() => (picture === undefined ? '' : csvOf(picture.rows, picture.lines))}
            />
          }
        >
          <div className="mb-2 max-w-72">
            <LabChoice
              label={content.which}
              value={strategy}
              options={STRATEGIES.map((value) => ({ value, label: content.names[value] }))}
              onChange={(next) => onChange(chooseStrategy(next, form))}
            />
          </div>
          <p className="max-w-prose">{content.texts[strategy]}</p>
          {pool !== undefined && terms !== undefined && hasLittleSkew(strategy, terms) && (
            <LittleSkew
              terms={terms}
              isListed={listed !== undefined}
              onTry={() => onChange(uneven(form, pool))}
            />
          )}
          <p className="mt-3 text-xs text-muted">{content.chart}</p>
          <div className="h-72 sm:h-80">
            {picture !== undefined && (
              <LinesChart
                {...picture}
                base={STAKE}
                formatX={moveText}
                readout={(row) => <Readout row={row} lines={picture.lines} />}
              />
            )}
          </div>
        </Card>
      }
      controls={
        <StrategyControls
          form={form}
          strategy={strategy}
          poolState={poolState}
          problems={parsed?.ok === false ? parsed.problems : {}}
          onChange={onChange}
        />
      }
      numbers={
        <>
          <Card title={content.outcome}>
            {terms === undefined ? (
              <p className="text-muted">{labContent.problems}</p>
            ) : (
              <>
                <Facts>
                  {strategyNumbers(strategy, terms).map(({ name, text, hint, isSum }) => (
                    <Fact key={name} name={name} hint={hint}>
                      <span className="wrap-normal">{isSum ? <strong>{text}</strong> : text}</span>
                    </Fact>
                  ))}
                </Facts>
                <p className="mt-3 text-xs text-muted">{content.estimates}</p>
                <StrategyActions
                  strategy={strategy}
                  terms={terms}
                  form={form}
                  address={listed?.facts.address}
                />
              </>
            )}
          </Card>
          {strategy === 'liquidity' && terms !== undefined && (
            <CompositionsTable form={form} terms={terms} />
          )}
        </>
      }
    />
  )
}

function Readout({ row, lines }: { row: ChartRow; lines: readonly ChartLine[] }) {
  return (
    <>
      <p className="font-semibold">{content.move(moveText(row.x))}</p>
      {lines.map(({ key, label, color }) => (
        <p key={key} className="flex justify-between gap-4">
          <span style={{ color }}>{label}</span>
          <span className="tabular">{row.y[key]?.toFixed(2)}</span>
        </p>
      ))}
    </>
  )
}

function moveText(percent: number): string {
  return `${percent > 0 ? '+' : ''}${percent}%`.replace('-', '−')
}

function csvOf(rows: readonly ChartRow[], lines: readonly ChartLine[]): string {
  const head = ['index_move_percent', ...lines.map(({ label }) => label)]
  const body = rows.map(({ x, y }) => [String(x), ...lines.map(({ key }) => String(y[key]))])
  return toCsvText([head, ...body])
}
