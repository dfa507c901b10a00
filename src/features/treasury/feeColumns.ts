import { treasuryContent } from './content'

const { pool: content, totals } = treasuryContent

/** What is told of each pool, in this order. */
export const FEE_COLUMNS = {
  recipient: { name: content.recipient, hint: undefined },
  share: { name: content.share, hint: content.shareHint },
  claimable: { name: totals.claimable, hint: undefined },
  next: { name: content.next, hint: content.nextHint },
  claimed: { name: totals.claimed, hint: content.claimedHint },
  accrued: { name: totals.accrued, hint: content.accruedHint },
} as const

/** The name, the columns, and the button, where there is room for a table. */
export const FEE_COLUMN_WIDTHS =
  'xl:grid-cols-[9rem_8rem_9.5rem_repeat(4,minmax(0,1fr))_7.5rem] xl:gap-x-4'

/** A pool's row where there is room for a table: its name, the columns, and the button. */
export const FEE_GRID = `xl:grid ${FEE_COLUMN_WIDTHS} xl:px-4`

/** Words and addresses stand on the left, amounts on the right. */
export const isAmount = (column: keyof typeof FEE_COLUMNS) =>
  column !== 'recipient' && column !== 'share'
