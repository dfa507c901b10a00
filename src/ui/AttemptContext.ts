import { createContext } from 'react'

/** How often someone has tried again to draw the part of the page around. */
export const AttemptContext = createContext(0)
