import { createContext } from 'react'

/** By market, what the account has of it in farms and in Balancer's pools, in two words. Empty until that has been read. */
export const OutsideMarks = createContext<ReadonlyMap<string, string>>(new Map())
