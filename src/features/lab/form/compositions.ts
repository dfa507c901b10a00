import type { LabForm } from './labForm'

/** Fields of the form that a composition sets: parts of a weighted pool, and how much of the index its third token has in it. */
export type Composition = Pick<LabForm, 'weightLong' | 'weightShort' | 'exposure'>

/** Compositions of weighted pools to choose from: V1's, and others beside which it can be seen. */
export const COMPOSITIONS = {
  v1: { weightLong: '16.67', weightShort: '33.33', exposure: '100' },
  thirds: { weightLong: '33.33', weightShort: '33.33', exposure: '0' },
  half: { weightLong: '25', weightShort: '25', exposure: '0' },
  tenths: { weightLong: '10', weightShort: '10', exposure: '0' },
} as const satisfies Readonly<Record<string, Composition>>

export type CompositionName = keyof typeof COMPOSITIONS

export const COMPOSITION_NAMES = Object.keys(COMPOSITIONS) as readonly CompositionName[]

/** The composition that the fields have; undefined for one of the person's own. */
export function compositionOf(form: Composition): CompositionName | undefined {
  return COMPOSITION_NAMES.find((name) => {
    const { weightLong, weightShort, exposure } = COMPOSITIONS[name]
    return (
      form.weightLong === weightLong &&
      form.weightShort === weightShort &&
      form.exposure === exposure
    )
  })
}
