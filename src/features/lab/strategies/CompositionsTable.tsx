import { liquidityOutcome } from '../../../analytics/lab/strategies/weightedPool'
import { Card } from '../../../ui/Card'
import { COMPOSITION_NAMES, COMPOSITIONS } from '../form/compositions'
import type { LabForm } from '../form/labForm'
import { parseLiquidity } from '../form/parseBeside'
import { NumbersTable } from '../shared/NumbersTable'
import { strategiesContent } from './content'
import type { StrategyTerms } from './parseStrategy'
import { overYear, percentText } from './strategyNumbers'

const { compositions: content, numbers } = strategiesContent

/** The compositions to choose from beside each other, at the same fees and turnover. */
export function CompositionsTable({ form, terms }: { form: LabForm; terms: StrategyTerms }) {
  const rows = COMPOSITION_NAMES.flatMap((name) => {
    const parsed = parseLiquidity({ ...form, ...COMPOSITIONS[name] })
    if (!parsed.ok) return []
    const { exposure, neutralSkew, divergence, net } = liquidityOutcome({
      ...terms,
      ...parsed.value,
    })
    const cells = [
      content.names[name],
      percentText(exposure),
      neutralSkew?.toFixed(2) ?? numbers.none,
      percentText(overYear(-divergence)),
      percentText(overYear(net)),
    ]
    return [{ key: name, cells }]
  })
  return (
    <Card title={content.title}>
      <NumbersTable label={content.title} columns={content.columns} rows={rows} />
    </Card>
  )
}
