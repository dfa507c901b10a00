import { labContent } from '../content'
import { CompositionChoice } from '../form/CompositionChoice'
import { FlowFields } from '../form/FlowFields'
import { LabField } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import { PoolFields } from '../form/PoolFields'
import type { Problems } from '../form/parseAll'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { ControlGroup } from '../shared/LabLayout'
import { strategiesContent } from './content'
import type { Strategy } from './strategy'

const { fields, terms } = strategiesContent
const { percent } = labContent.pool

/** The fields that a strategy depends on, beside the pool. */
const FIELDS = {
  volatility: { label: labContent.simulate.volatility, unit: percent },
  amount: { label: fields.amount },
  held: { label: fields.held },
  carry: { label: labContent.simulate.carry, unit: percent },
  hedged: { label: fields.hedged, unit: percent },
  weightLong: { label: fields.weightLong, unit: percent },
  weightShort: { label: fields.weightShort, unit: percent },
  exposure: { label: fields.exposure, unit: percent },
  swapFee: { label: fields.swapFee, unit: percent },
  turnover: { label: fields.turnover, unit: 'x' },
} as const

const OF_STRATEGY: Readonly<Record<Strategy, readonly (keyof typeof FIELDS)[]>> = {
  directional: ['amount', 'held'],
  straddle: ['amount', 'held'],
  farm: ['amount', 'volatility', 'held'],
  farmHedged: ['amount', 'volatility', 'held', 'carry'],
  hedgeOwned: ['amount', 'hedged', 'held'],
  liquidity: [
    'amount',
    'weightLong',
    'weightShort',
    'exposure',
    'swapFee',
    'turnover',
    'volatility',
  ],
}

/** In the pool's own settlement token; of a made-up one, in whatever it would be. */
function amountField(strategy: Strategy, { pool }: LabPoolState) {
  const label = strategy === 'hedgeOwned' ? fields.amountOwned : fields.amount
  return pool === undefined || pool.symbol === '' ? { label } : { label, unit: pool.symbol }
}

/** Everything that a strategy depends on. */
export function StrategyControls({
  form,
  strategy,
  poolState,
  problems,
  onChange,
}: {
  form: LabForm
  strategy: Strategy
  poolState: LabPoolState
  problems: Problems
  onChange: ChangeLab
}) {
  return (
    <>
      <ControlGroup title={terms}>
        {strategy === 'liquidity' && (
          <div className="mb-2">
            <CompositionChoice form={form} onChange={onChange} />
          </div>
        )}
        <div className="grid grid-cols-2 items-start gap-2">
          {OF_STRATEGY[strategy].map((key) => (
            <LabField
              key={key}
              {...FIELDS[key]}
              {...(key === 'amount' && amountField(strategy, poolState))}
              value={form[key]}
              problem={problems[key]}
              onChange={(text) => onChange({ [key]: text })}
            />
          ))}
        </div>
      </ControlGroup>
      <ControlGroup title={labContent.pool.title}>
        <PoolFields form={form} state={poolState} onChange={onChange} />
      </ControlGroup>
      {(strategy === 'farm' || strategy === 'farmHedged') && (
        <ControlGroup title={labContent.flows.title}>
          <FlowFields form={form} onChange={onChange} />
        </ControlGroup>
      )}
    </>
  )
}
