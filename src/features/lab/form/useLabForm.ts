import { useLinkedForm } from '../../../data/useLinkedForm'
import { type LabForm, parseLabLink, withLabForm } from './labForm'

/** Changes some fields. */
export type ChangeLab = (part: Partial<LabForm>) => void

/** The lab's settings: the link fills them, and follows them. */
export function useLabForm(): readonly [LabForm, ChangeLab] {
  const [form, change] = useLinkedForm(parseLabLink, withLabForm)
  return [form, (part) => change((current) => ({ ...current, ...part }))]
}
