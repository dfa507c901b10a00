import type { FlowsModel } from '../../../analytics/lab/flowsModel'
import { labContent } from '../content'
import { LabChoice, LabField } from './LabField'
import { FLOWS, type LabForm } from './labForm'
import { type Parsed, parseSpan } from './parseField'
import type { ChangeLab } from './useLabForm'

const content = labContent.flows
const MAX_HALF_LIFE_SEC = 365 * 86_400

/** The model of what other traders do. */
export function parseFlows({
  flows,
  halfLife,
}: Pick<LabForm, 'flows' | 'halfLife'>): Parsed<FlowsModel> {
  if (flows !== 'halfLife') return { ok: true, value: { kind: flows } }
  const parsed = parseSpan(halfLife, 60, MAX_HALF_LIFE_SEC)
  return parsed.ok ? { ok: true, value: { kind: 'halfLife', halfLifeSec: parsed.value } } : parsed
}

/** What other traders do, by name. */
export function FlowFields({
  form,
  field = 'flows',
  onChange,
}: {
  form: LabForm
  /** Which of the form's choices it is. */
  field?: 'flows' | 'decayFlows'
  onChange: ChangeLab
}) {
  const flows = form[field]
  const parsed = parseFlows({ flows, halfLife: form.halfLife })
  return (
    <div className="space-y-2">
      <LabChoice
        label={content.which}
        hint={content.hint}
        value={flows}
        options={FLOWS.map((value) => ({ value, label: content.choices[value] }))}
        onChange={(next) => onChange({ [field]: next })}
      />
      {flows === 'halfLife' && (
        <LabField
          label={content.halfLife}
          value={form.halfLife}
          problem={parsed.ok ? undefined : parsed.problem}
          onChange={(halfLife) => onChange({ halfLife })}
        />
      )}
    </div>
  )
}
