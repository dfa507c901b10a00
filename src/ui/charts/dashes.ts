/** How a line is drawn that is not solid. */
export type LineDash = 'dashed' | 'dotted'

export const DASHES: Readonly<Record<LineDash, string>> = { dashed: '6 4', dotted: '2 3' }
