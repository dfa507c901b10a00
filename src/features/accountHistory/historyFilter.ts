import type { HistoryRow } from '../../chain/accountHistory/historyRow'

/** What can be chosen to be shown. */
export const KINDS = [
  'mint',
  'burn',
  'flip',
  'execution',
  'claim',
  'transfer',
  'swap',
  'stake',
  'unstake',
  'farmReward',
  'join',
  'exit',
  'reward',
] as const
export type KindChoice = (typeof KINDS)[number]
export const SIDES = ['long', 'short'] as const
export type SideChoice = (typeof SIDES)[number]

/** What of the history is shown, as the link says it. What a link says otherwise is as if it said nothing. */
export interface HistoryFilter {
  /** A pool's address, in lower case. */
  readonly market: string | undefined
  readonly kind: KindChoice | undefined
  readonly side: SideChoice | undefined
  /** Days in the visitor's time zone, as the rows show them, `2026-01-31`; both included. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** From 1. */
  readonly page: number
}

/** No list is longer. */
const MAX_PAGE = 1_000_000

export function parseFilter(params: URLSearchParams): HistoryFilter {
  const oneOf = <name extends string>(names: readonly name[], key: string): name | undefined =>
    names.find((name) => name === params.get(key))
  const market = params.get('market')?.toLowerCase()
  const page = Number(params.get('page') ?? '1')
  return {
    market: market !== undefined && /^0x[0-9a-f]{40}$/.test(market) ? market : undefined,
    kind: oneOf(KINDS, 'kind'),
    side: oneOf(SIDES, 'side'),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  }
}

/**
 * The link's parameters with some of the filter changed; what else the link says stays. A change of anything but the page leads
 * back to the first.
 */
export function withFilter(
  params: URLSearchParams,
  change: Partial<Record<keyof HistoryFilter, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete('page')
  for (const [key, value] of Object.entries(change))
    if (value === undefined || value === '') next.delete(key)
    else next.set(key, value)
  if (next.get('page') === '1') next.delete('page')
  return next
}

/** Whether the filter leaves anything out. */
export function isFiltering({ market, kind, side, from, to }: HistoryFilter): boolean {
  return [market, kind, side, from, to].some((value) => value !== undefined)
}

function dayOf(text: string | null): string | undefined {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  // No 31st of February.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

/** The seconds that a filter's days stand for in the visitor's time zone: from the first, up to the last and without it. */
export function timeSpan({ from, to }: Pick<HistoryFilter, 'from' | 'to'>): {
  readonly fromSec: bigint | undefined
  readonly endSec: bigint | undefined
} {
  // The day after is not always 24 hours later.
  const startOf = (day: string, daysLater = 0) => {
    const date = new Date(`${day}T00:00:00`)
    date.setDate(date.getDate() + daysLater)
    return BigInt(date.getTime() / 1_000)
  }
  return {
    fromSec: from === undefined ? undefined : startOf(from),
    endSec: to === undefined ? undefined : startOf(to, 1),
  }
}

/** Rows of a time, or those whose time has to be known to tell. */
export type TimeSlice =
  | { readonly rows: readonly HistoryRow[] }
  | { readonly undecided: readonly HistoryRow[] }

/**
 * The rows of some days. Later blocks are never earlier in time, so that few of the times have to be known.
 *
 * @param rows Newest first
 */
export function sliceByTime(
  rows: readonly HistoryRow[],
  { fromSec, endSec }: ReturnType<typeof timeSpan>,
): TimeSlice {
  const start = endSec === undefined ? 0 : firstBefore(rows, endSec)
  const end = fromSec === undefined ? rows.length : firstBefore(rows, fromSec)
  const undecided = [start, end].flatMap((place) => (typeof place === 'number' ? [] : [place]))
  if (typeof start === 'number' && typeof end === 'number')
    return { rows: rows.slice(start, Math.max(start, end)) }
  return { undecided }
}

/** Where rows begin that are before a time; the row whose time has to be known first where that cannot be told. */
function firstBefore(rows: readonly HistoryRow[], timeSec: bigint): number | HistoryRow {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = rows[middle] as HistoryRow
    if (row.timestampSec === undefined) return row
    if (row.timestampSec < timeSec) high = middle
    else low = middle + 1
  }
  return low
}

const PAGE_SIZE = 25

export interface Page<row> {
  readonly rows: readonly row[]
  /** From 1; the last where the link asks for a later one. */
  readonly page: number
  readonly pages: number
}

export function pageOf<row>(rows: readonly row[], asked: number): Page<row> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = Math.min(asked, pages)
  return { rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages }
}
