import { Fragment, useMemo } from 'react'
import { measureReturns } from '../../../analytics/lab/simulate/measureReturns'
import { Button } from '../../../ui/Button'
import { labContent } from '../content'
import { CompositionChoice } from '../form/CompositionChoice'
import { FlowFields } from '../form/FlowFields'
import { LabChoice, LabField } from '../form/LabField'
import { type LabForm, MODELS } from '../form/labForm'
import { PoolFields } from '../form/PoolFields'
import type { Problems } from '../form/parseAll'
import { LIQUIDITY_FIELDS, type OWNED_FIELDS } from '../form/parseBeside'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { PricesSource } from '../prices/PricesSource'
import type { RealPrices } from '../prices/useRealPrices'
import { ControlGroup } from '../shared/LabLayout'
import { strategiesContent } from '../strategies/content'
import { MAX_DRIFT_PERCENT, returnsOf } from './parseSimulation'

const content = labContent.simulate
const { percent } = labContent.pool
const { fields } = strategiesContent

/** Everything that decides a simulation. */
export function SimulateControls({
  form,
  poolState,
  prices,
  problems,
  onChange,
}: {
  form: LabForm
  poolState: LabPoolState
  prices: RealPrices
  problems: Problems
  onChange: ChangeLab
}) {
  const field = (
    key: 'length' | 'paths' | 'seed' | 'carry' | ModelField | BesideField,
    label: string,
    { unit, hint }: { unit?: string; hint?: string } = {},
  ) => (
    <LabField
      label={label}
      value={form[key]}
      problem={problems[key]}
      {...(unit !== undefined && { unit })}
      {...(hint !== undefined && { hint })}
      onChange={(text) => onChange({ [key]: text })}
    />
  )
  const isBootstrap = form.model === 'bootstrap'
  return (
    <>
      <ControlGroup title={labContent.path.title}>
        <div className="space-y-2">
          <LabChoice
            label={content.model}
            value={form.model}
            options={MODELS.map((value) => ({ value, label: content.models[value] }))}
            onChange={(model) => onChange({ model })}
          >
            <p role="status" className="text-xs text-short empty:hidden">
              {problems.model}
            </p>
          </LabChoice>
          <div className="grid grid-cols-2 items-start gap-2">
            {!isBootstrap && field('volatility', content.volatility, { unit: percent })}
            {!isBootstrap &&
              field('drift', content.drift, { unit: percent, hint: content.driftHint })}
            {form.model === 'jumps' && field('jumps', content.jumps)}
            {form.model === 'jumps' && field('jumpSize', content.jumpSize, { unit: percent })}
            {isBootstrap && field('block', content.block)}
            {field('length', labContent.path.length)}
            {field('paths', content.paths)}
            {field('seed', content.seed, { hint: content.seedHint })}
          </div>
          <PricesSource form={form} prices={prices} onChange={onChange} />
          <Measured form={form} poolState={poolState} prices={prices} onChange={onChange} />
        </div>
      </ControlGroup>
      <ControlGroup title={labContent.pool.title}>
        <PoolFields form={form} state={poolState} onChange={onChange} />
      </ControlGroup>
      {form.position === 'owned' && (
        <ControlGroup title={content.positions.owned}>
          {field('hedged', fields.hedged, { unit: percent })}
        </ControlGroup>
      )}
      {form.position === 'liquidity' && (
        <ControlGroup title={content.positions.liquidity}>
          <CompositionChoice form={form} onChange={onChange} />
          <div className="mt-2 grid grid-cols-2 items-start gap-2">
            {LIQUIDITY_FIELDS.map((key) => (
              <Fragment key={key}>
                {field(key, fields[key], { unit: key === 'turnover' ? 'x' : percent })}
              </Fragment>
            ))}
          </div>
        </ControlGroup>
      )}
      <ControlGroup title={labContent.flows.title}>
        <FlowFields form={form} onChange={onChange} />
        <div className="mt-2">
          {field('carry', content.carry, { unit: percent, hint: content.carryHint })}
        </div>
      </ControlGroup>
    </>
  )
}

type BesideField = (typeof OWNED_FIELDS | typeof LIQUIDITY_FIELDS)[number]
type ModelField = 'volatility' | 'drift' | 'jumps' | 'jumpSize' | 'block'

/** What the loaded prices say of volatility and drift, each with how uncertain it is. */
function Measured({
  form,
  poolState: { pool },
  prices: { series },
  onChange,
}: {
  form: LabForm
  poolState: LabPoolState
  prices: RealPrices
  onChange: ChangeLab
}) {
  const measured = useMemo(() => {
    if (series === undefined || pool === undefined) return undefined
    const stepSec = Number(pool.snapshot.updateIntervalSec)
    return measureReturns(returnsOf(series, stepSec), stepSec)
  }, [series, pool])
  if (measured === undefined) return <p className="text-xs text-muted">{content.smaNote}</p>
  const { annualVolatility: volatility, annualDrift: drift } = measured
  const text = (value: number) => (value * 100).toFixed(1).replace('-', '−')
  return (
    <div className="text-xs text-muted">
      <p>
        {content.measured(
          `${text(volatility.value)}%`,
          `${text(volatility.standardError)}%`,
          `${text(drift.value)}%`,
          `${text(drift.standardError)}%`,
        )}
      </p>
      {form.model !== 'bootstrap' && (
        <p className="mt-1 flex flex-wrap gap-2">
          <Button onClick={() => onChange({ volatility: text(volatility.value) })}>
            {content.useVolatility}
          </Button>
          {Math.abs(drift.value) * 100 <= MAX_DRIFT_PERCENT && (
            <Button onClick={() => onChange({ drift: text(drift.value) })}>
              {content.useDrift}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
