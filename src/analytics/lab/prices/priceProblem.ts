/** What is wrong with a price file, without words. */
export type PriceProblemKind =
  /** The row has no cell where the time or the price should be, or says neither. */
  | 'notARow'
  | 'rowTooLong'
  | 'notATime'
  /** `01/02/2024`: the day and the month could be either. */
  | 'ambiguousDate'
  | 'notANumber'
  /** `1,234` in a file where a comma could be a decimal or a thousands separator. */
  | 'ambiguousNumber'
  /** Zero or negative. */
  | 'notPositive'
  | 'tooLarge'
  /** Earlier than a row before it; it is sorted in. */
  | 'outOfOrder'
  /** The same time as another row, which is kept instead. */
  | 'duplicate'
  /** Rows are missing before this one; `count` of them. */
  | 'gap'
  /** The whole file runs from the newest to the oldest price; it is turned round. */
  | 'newestFirst'
  /** No row names the columns, and there are more than two. */
  | 'unknownColumns'
  /** Nothing in the file is a price. */
  | 'noPrices'

/** One problem, at a line. */
export interface PriceProblem {
  readonly kind: PriceProblemKind
  /** From 1, as an editor counts. */
  readonly line: number
  /** The offending text, cut to 40 characters; undefined where the line as a whole is meant. */
  readonly text?: string
  /** How many rows are missing. */
  readonly count?: number
}
