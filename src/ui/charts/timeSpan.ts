/** The times that a chart goes from and to, Unix seconds. */
export interface TimeSpan {
  readonly fromSec: number
  readonly toSec: number
}
