import { labContent } from '../content'
import { FlowFields } from '../form/FlowFields'
import { LabField } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { Problems } from '../form/parseAll'
import type { ChangeLab } from '../form/useLabForm'
import { ControlGroup } from '../shared/LabLayout'

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
  problems,
  onChange,
}: {
  form: LabForm
  problems: Problems
  onChange: ChangeLab
}) {
  return (
    <>
      <ControlGroup title={pool.title}>
        <div className="grid grid-cols-2 items-end gap-2">
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
      <ControlGroup title={labContent.flows.title}>
        <FlowFields form={form} field="decayFlows" onChange={onChange} />
      </ControlGroup>
    </>
  )
}
