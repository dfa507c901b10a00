import { strategiesContent } from '../strategies/content'
import { COMPOSITION_NAMES, COMPOSITIONS, compositionOf } from './compositions'
import { LabChoice } from './LabField'
import type { LabForm } from './labForm'
import type { ChangeLab } from './useLabForm'

const { compositions: content } = strategiesContent
const NAMES = [...COMPOSITION_NAMES, 'own'] as const

/** What a weighted pool is made of, by name; the fields below it can say anything else. */
export function CompositionChoice({ form, onChange }: { form: LabForm; onChange: ChangeLab }) {
  return (
    <LabChoice
      label={content.which}
      value={compositionOf(form) ?? 'own'}
      options={NAMES.map((value) => ({
        value,
        label: content.names[value],
      }))}
      onChange={(name) => name !== 'own' && onChange(COMPOSITIONS[name])}
    />
  )
}
