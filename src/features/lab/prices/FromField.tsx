import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import { labContent } from '../content'
import { LabField } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'

/** The first day of the excerpt: of a file among those that there are, of a feed's past any. */
export function FromField({
  series,
  form,
  problem,
  onChange,
}: {
  series: PriceSeries | undefined
  form: LabForm
  problem: string | undefined
  onChange: ChangeLab
}) {
  const dayOf = (timeSec: number | undefined) =>
    timeSec === undefined ? '' : new Date(timeSec * 1_000).toISOString().slice(0, 10)
  return (
    <LabField
      type="date"
      label={labContent.path.from}
      value={form.from}
      min={dayOf(series?.timesSec[0])}
      max={dayOf(series?.timesSec.at(-1))}
      problem={problem}
      onChange={(from) => onChange({ from })}
    />
  )
}
