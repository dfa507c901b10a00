import type { ReactNode } from 'react'
import { labContent } from '../content'
import { LabChoice } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import { FeedPastNote, FileFields } from './RealPrices'
import type { RealPrices } from './useRealPrices'

const content = labContent.path
const SOURCES = ['none', 'past', 'file'] as const

/** Where real prices come from, for measuring and for drawing from the past. */
export function PricesSource({
  form,
  prices,
  onChange,
  children,
}: {
  form: LabForm
  prices: RealPrices
  onChange: ChangeLab
  /** What else decides the feed’s past. */
  children?: ReactNode
}) {
  const source = form.path === 'past' || form.path === 'file' ? form.path : 'none'
  return (
    <div className="space-y-2">
      <LabChoice
        label={content.source}
        value={source}
        options={SOURCES.map((value) => ({ value, label: content.sources[value] }))}
        onChange={(next) => onChange({ path: next === 'none' ? 'calm' : next })}
      />
      {source === 'file' && <FileFields file={prices.file} />}
      {source === 'past' && (
        <>
          {children}
          <FeedPastNote state={prices.feed} hasFeed={prices.hasFeed} />
        </>
      )}
    </div>
  )
}
