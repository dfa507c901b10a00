import { createContext, type ReactNode } from 'react'

/** What the page about how pools work adds to a topic. */
export interface ExplanationPage {
  /** Beside the title: the link to this section. */
  readonly anchor: ReactNode
  /** Below the two sentences: what a panel has no room for. */
  readonly more: ReactNode
}

/** Where a topic is shown: on the page about how pools work, or, without a value, in the panel of a question mark. */
export const ExplanationPlace = createContext<ExplanationPage | undefined>(undefined)
