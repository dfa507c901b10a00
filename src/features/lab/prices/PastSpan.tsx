import { useState } from 'react'
import { labContent } from '../content'
import { LabField } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import { parseSpan } from '../form/parseField'
import type { ChangeLab } from '../form/useLabForm'
import { FromField } from './FromField'
import { dayStart } from './useLabPath'
import { LONGEST_PAST_SEC, type RealPrices } from './useRealPrices'

const content = labContent.path

/** How long a feed’s past is read, and from when. */
export function PastSpan({
  form,
  prices,
  onChange,
}: {
  form: LabForm
  prices: RealPrices
  onChange: ChangeLab
}) {
  const [nowSec] = useState(() => Date.now() / 1_000)
  const length = parseSpan(form.length, 60, LONGEST_PAST_SEC)
  const isAhead = (dayStart(form.from) ?? 0) >= nowSec
  return (
    <div className="grid grid-cols-2 gap-2">
      <LabField
        label={content.length}
        value={form.length}
        problem={length.ok ? undefined : length.problem}
        onChange={(text) => onChange({ length: text })}
      />
      {prices.hasFeed && (
        <FromField
          series={undefined}
          form={form}
          problem={isAhead ? content.badFrom : undefined}
          onChange={onChange}
        />
      )}
    </div>
  )
}
