import type { ComparisonInput } from '../../../analytics/lab/replay/compareReplay'
import { labContent } from '../content'
import type { LabForm } from '../form/labForm'
import { type ParsedAll, parseAll } from '../form/parseAll'
import { type Parsed, parseNumber } from '../form/parseField'

type Fields = {
  readonly margin: Parsed<number | undefined>
  readonly maintenance: Parsed<number>
  readonly funding: Parsed<number>
}

/**
 * The stated inputs of the perpetual that a pool's token is compared with, percent in the form. A maintenance margin that the
 * initial one doesn't exceed would have it liquidated before the first price.
 *
 * @param poolLeverage Of the perpetual where no margin is given; undefined without a pool
 */
export function parseComparison(
  { margin, maintenance, funding }: Pick<LabForm, 'margin' | 'maintenance' | 'funding'>,
  poolLeverage: number | undefined,
): ParsedAll<Fields> {
  const parsed = parseAll<Fields>({
    margin:
      margin.trim() === ''
        ? { ok: true as const, value: undefined }
        : parseNumber(margin, { min: 1, max: 100, unit: '%' }),
    maintenance: parseNumber(maintenance, { min: 0, max: 50, unit: '%' }),
    funding: parseNumber(funding, { min: -5, max: 5, unit: '%' }),
  })
  if (!parsed.ok) return parsed
  const ofPool = poolLeverage === undefined ? undefined : 100 / poolLeverage
  const initial = parsed.values.margin ?? ofPool
  if (initial === undefined || parsed.values.maintenance < initial) return parsed
  const text = `${initial.toFixed(2).replace(/\.?0+$/, '')}%`
  return { ok: false, problems: { maintenance: labContent.compare.maintenanceTooHigh(text) } }
}

/** The same for the engine, as parts of one. */
export function toComparison({
  margin,
  maintenance,
  funding,
}: {
  margin: number | undefined
  maintenance: number
  funding: number
}): ComparisonInput {
  return {
    ...(margin !== undefined && { perpetualLeverage: 100 / margin }),
    maintenanceMargin: maintenance / 100,
    funding: funding / 100,
  }
}
