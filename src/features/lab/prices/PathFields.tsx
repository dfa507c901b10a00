import { labContent } from '../content'
import { LabChoice, LabField } from '../form/LabField'
import { type LabForm, PATHS } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import { FromField } from './FromField'
import { PointsEditor } from './PointsEditor'
import { FeedPastNote, FileFields } from './RealPrices'
import type { LabPath } from './useLabPath'
import type { RealPrices } from './useRealPrices'

const content = labContent.path

/** Which path the index takes, how long, and from when. */
export function PathFields({
  form,
  problems,
  prices,
  onChange,
}: {
  form: LabForm
  problems: LabPath['problems']
  prices: RealPrices
  onChange: ChangeLab
}) {
  const isReal = form.path === 'file' || form.path === 'past'
  return (
    <div className="space-y-2">
      <LabChoice
        label={content.which}
        value={form.path}
        options={PATHS.map((value) => ({ value, label: content.choices[value] }))}
        onChange={(path) => onChange({ path })}
      >
        <p role="status" className="text-xs text-short empty:hidden">
          {problems.path}
        </p>
      </LabChoice>
      {form.path === 'points' && (
        <PointsEditor
          text={form.points}
          problem={problems.points}
          onChange={(points) => onChange({ points })}
        />
      )}
      {form.path === 'file' && <FileFields file={prices.file} />}
      {form.path === 'past' && <FeedPastNote state={prices.feed} hasFeed={prices.hasFeed} />}
      <div className="grid grid-cols-2 gap-2">
        <LabField
          label={content.length}
          value={form.length}
          problem={problems.length}
          onChange={(length) => onChange({ length })}
        />
        {(form.path === 'past' ? prices.hasFeed : isReal && prices.series !== undefined) && (
          <FromField
            series={form.path === 'file' ? prices.series : undefined}
            form={form}
            problem={problems.from}
            onChange={onChange}
          />
        )}
        {!isReal && form.path !== 'points' && (
          <LabField
            label={content.seed}
            value={form.seed}
            problem={problems.seed}
            onChange={(seed) => onChange({ seed })}
          />
        )}
      </div>
    </div>
  )
}
