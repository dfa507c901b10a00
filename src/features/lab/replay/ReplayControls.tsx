import { labContent } from '../content'
import { FlowFields } from '../form/FlowFields'
import { LabField } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import { PoolFields } from '../form/PoolFields'
import { poolLeverageOf } from '../form/parsePool'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { PathFields } from '../prices/PathFields'
import type { LabPath } from '../prices/useLabPath'
import type { RealPrices } from '../prices/useRealPrices'
import { ControlGroup } from '../shared/LabLayout'
import { parseComparison } from './parseComparison'

const content = labContent.compare

/** Everything that decides a replay. */
export function ReplayControls({
  form,
  poolState,
  pathProblems,
  prices,
  onChange,
}: {
  form: LabForm
  poolState: LabPoolState
  pathProblems: LabPath['problems']
  prices: RealPrices
  onChange: ChangeLab
}) {
  const comparison = parseComparison(form, poolLeverageOf(poolState.pool))
  const problems = comparison.ok ? {} : comparison.problems
  return (
    <>
      <ControlGroup title={labContent.path.title}>
        <PathFields form={form} problems={pathProblems} prices={prices} onChange={onChange} />
      </ControlGroup>
      <ControlGroup title={labContent.pool.title}>
        <PoolFields form={form} state={poolState} onChange={onChange} />
      </ControlGroup>
      <ControlGroup title={labContent.flows.title}>
        <FlowFields form={form} onChange={onChange} />
      </ControlGroup>
      <ControlGroup title={content.title} isOpen={!comparison.ok}>
        <div className="grid grid-cols-2 items-start gap-2">
          <LabField
            label={content.margin}
            hint={content.marginHint}
            value={form.margin}
            unit={labContent.pool.percent}
            problem={problems.margin}
            onChange={(margin) => onChange({ margin })}
          />
          <LabField
            label={content.maintenance}
            hint={content.maintenanceHint}
            value={form.maintenance}
            unit={labContent.pool.percent}
            problem={problems.maintenance}
            onChange={(maintenance) => onChange({ maintenance })}
          />
          <LabField
            label={content.funding}
            hint={content.fundingHint}
            value={form.funding}
            unit={labContent.pool.percent}
            problem={problems.funding}
            onChange={(funding) => onChange({ funding })}
          />
        </div>
      </ControlGroup>
    </>
  )
}
