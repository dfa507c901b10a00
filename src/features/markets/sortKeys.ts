/** What the list of markets can be sorted by, as the URL names it. */
export const SORT_KEYS = [
  'market',
  'price',
  'size',
  'split',
  'skew',
  'rate',
  'gain',
  'pays',
  'next',
  'status',
] as const

/** A column that the list of markets is sorted by. */
export type SortKey = (typeof SORT_KEYS)[number]
