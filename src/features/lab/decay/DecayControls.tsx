import { labContent } from '../content'
import { FlowFields } from '../form/FlowFields'
import { LabField } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import { PoolChoice } from '../form/PoolFields'
import type { Problems } from '../form/parseAll'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { PastSpan } from '../prices/PastSpan'
import { PricesSource } from '../prices/PricesSource'
import type { RealPrices } from '../prices/useRealPrices'
import { ControlGroup } from '../shared/LabLayout'
import { decayContent } from './content'

const { pool } = labContent

/** The fields, each with its name and unit. */
const FIELDS = [
  { key: 'leverage', label: pool.leverage, unit: 'x' },
  { key: 'volatility', label: labContent.simulate.volatility, unit: pool.percent },
  { key: 'sma', label: pool.sma },
  { key: 'interval', label: pool.interval },
  { key: 'mint', label: pool.mint, unit: pool.percent },
  { key: 'burn', label: pool.burn, unit: pool.percent },
] as const

/** Everything that the decay depends on. */
export function DecayControls({
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
  return (
    <>
      <ControlGroup title={pool.title}>
        <div className="grid grid-cols-2 items-start gap-2">
          {FIELDS.map(({ key, ...field }) => (
            <LabField
              key={key}
              {...field}
              value={form[key]}
              problem={problems[key]}
              onChange={(text) => onChange({ [key]: text })}
            />
          ))}
        </div>
      </ControlGroup>
      <ControlGroup title={decayContent.real.prices}>
        <PricesSource form={form} prices={prices} onChange={onChange}>
          <PoolChoice form={form} onChange={onChange}>
            <p role="status" className="mt-1 text-xs text-short empty:hidden">
              {poolState.isLoading ? pool.loading : poolState.problems.pool}
            </p>
          </PoolChoice>
          <PastSpan form={form} prices={prices} onChange={onChange} />
        </PricesSource>
      </ControlGroup>
      <ControlGroup title={labContent.flows.title}>
        <FlowFields form={form} field="decayFlows" onChange={onChange} />
      </ControlGroup>
    </>
  )
}
