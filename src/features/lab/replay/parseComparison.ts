import type { ComparisonInput } from '../../../analytics/lab/replay/compareReplay'
import type { LabForm } from '../form/labForm'
import { type ParsedAll, parseAll } from '../form/parseAll'
import { type Parsed, parseNumber } from '../form/parseField'

type Fields = { readonly maintenance: Parsed<number>; readonly funding: Parsed<number> }

/** The stated inputs of the perpetual that a pool's token is compared with, percent in the form. */
export function parseComparison({
  maintenance,
  funding,
}: Pick<LabForm, 'maintenance' | 'funding'>): ParsedAll<Fields> {
  return parseAll({
    maintenance: parseNumber(maintenance, { min: 0, max: 50, unit: '%' }),
    funding: parseNumber(funding, { min: -5, max: 5, unit: '%' }),
  })
}

/** The same for the engine, as parts of one. */
export function toComparison(values: { maintenance: number; funding: number }): ComparisonInput {
  return { maintenanceMargin: values.maintenance / 100, funding: values.funding / 100 }
}
