import { useMemo } from 'react'
import { Link } from 'react-router'
import { toCsvText } from '../../../format/toCsvText'
import { Card } from '../../../ui/Card'
import LinesChart, { type ChartLine, type ChartRow } from '../../../ui/charts/LinesChart'
import { Fact, Facts } from '../../../ui/Facts'
import { labContent } from '../content'
import { LabChoice } from '../form/LabField'
import { type LabForm, withLabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { CsvButton } from '../shared/CsvButton'
import { LabLayout } from '../shared/LabLayout'
import { strategiesContent } from './content'
import { parseStrategy, type StrategyTerms } from './parseStrategy'
import { StrategyControls } from './StrategyControls'
import { SIMULATED, STRATEGIES, type Strategy } from './strategy'
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
              onChange={(next) => onChange({ strategy: next })}
            />
          </div>
          <p className="max-w-prose">{content.texts[strategy]}</p>
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
        <Card title={content.outcome}>
          {terms === undefined ? (
            <p className="text-muted">{labContent.problems}</p>
          ) : (
            <>
              <Facts>
                {strategyNumbers(strategy, terms).map(({ name, text, hint, isSum }) => (
                  <Fact key={name} name={name} hint={hint}>
                    {isSum ? <strong>{text}</strong> : text}
                  </Fact>
                ))}
              </Facts>
              <p className="mt-3 text-xs text-muted">{content.estimates}</p>
              <Actions
                strategy={strategy}
                terms={terms}
                form={form}
                address={listed?.facts.address}
              />
            </>
          )}
        </Card>
      }
    />
  )
}

/** The way to the simulation of the strategy, and to the ticket filled in. */
function Actions({
  strategy,
  terms,
  form,
  address,
}: {
  strategy: Strategy
  terms: StrategyTerms
  form: LabForm
  /** Of a pool of the list. */
  address: string | undefined
}) {
  const simulated = SIMULATED[strategy]
  const position = simulated === 'small' ? terms.smallSide : simulated
  const ticket = ticketQuery(strategy, terms)
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3">
      {ticket !== undefined && address !== undefined && (
        <Link
          to={`/pool/${address}?${ticket}`}
          className="inline-flex min-h-9 items-center rounded bg-accent px-3 py-1.5 font-semibold text-on-accent hover:brightness-110"
        >
          {content.trade}
        </Link>
      )}
      {ticket !== undefined && address === undefined && (
        <span className="text-muted">{content.choosePool}</span>
      )}
      {position !== undefined && (
        <Link
          to={{
            pathname: '/lab/simulate',
            search: withLabForm(new URLSearchParams(), { ...form, position }).toString(),
          }}
          className="underline underline-offset-4"
        >
          {content.simulate}
        </Link>
      )}
    </p>
  )
}

/** What the ticket is filled in with; undefined where nothing is minted. */
function ticketQuery(strategy: Strategy, { smallSide }: StrategyTerms): string | undefined {
  switch (strategy) {
    case 'straddle':
      return 'action=straddle'
    case 'hedgeOwned':
      return 'side=short'
    case 'liquidity':
      return undefined
    default:
      return `side=${smallSide}`
  }
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
