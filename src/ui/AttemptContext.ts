import { createContext } from 'react'

/** How often somebody has tried again to draw the part of the page around. */
export const AttemptContext = createContext(0)
