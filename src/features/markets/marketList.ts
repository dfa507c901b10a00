import { describePoolStatus, GROUP_MEANINGS } from '../../ui/describePoolStatus'
import { marketsContent } from './content'
import type { MarketEngine } from './marketFigures'
import { type MarketRow, sortValue } from './marketRow'
import type { SortKey } from './sortKeys'

type CompareSizes = NonNullable<MarketEngine['compareSizes']>

/** What of the list is shown, and how; all of it stands in the URL. */
export interface MarketView {
  readonly search: string
  /** `3x`; empty for all. */
  readonly leverage: string
  /** Symbol of the settlement token; empty for all. */
  readonly settlement: string
  /** `spot` or `sma`; empty for both. */
  readonly oracle: string
  readonly onlyMine: boolean
  readonly onlyHealthy: boolean
  readonly grouped: boolean
  /** Also markets with parts that are not known; those that are the account's are always shown. */
  readonly showUnverified: boolean
  /** Undefined for the factory's own order. */
  readonly sort: SortKey | undefined
  readonly descending: boolean
}

export interface MarketGroup {
  /** The underlying, or undefined when the list is not grouped. */
  readonly title: string | undefined
  /** A sentence that holds for all of them. */
  readonly note?: string | undefined
  readonly rows: readonly MarketRow[]
}

/**
 * The rows that a view asks for, in its order, in groups of one underlying each or in one. Featured ones come first and
 * deprecated ones last, unless they are sorted without groups. Those that are not verified come after all others.
 *
 * @param rows All markets, oldest first
 * @param featured Addresses or names, as in `Brand.featuredMarkets`
 * @param compareSizes Undefined until it has come
 */
export function arrangeMarkets(
  rows: readonly MarketRow[],
  view: MarketView,
  featured: readonly string[],
  compareSizes?: CompareSizes,
): MarketGroup[] {
  const wanted = sortRows(rows.filter(isWantedIn(view)), view, compareSizes)
  const shown = wanted.filter(({ isVerified }) => isVerified)
  const strangers = wanted.filter((row) => !row.isVerified && isShown(row, view))
  const unverified = strangers.length === 0 ? [] : [toGroup('unverified', strangers)]
  const verified = rows.filter(({ isVerified }) => isVerified)
  const first = pickFeatured(verified, featured).filter((row) => shown.includes(row))
  const live = shown.filter((row) => !row.facts.deprecated && !first.includes(row))
  const deprecated = shown.filter(({ facts }) => facts.deprecated)
  if (!view.grouped) {
    const rows = view.sort === undefined ? [...first, ...live, ...deprecated] : shown
    return [...(rows.length === 0 ? [] : [{ title: undefined, rows }]), ...unverified]
  }
  const groups = new Map<string, MarketRow[]>()
  for (const row of live) {
    const group = groups.get(row.underlying)
    if (group === undefined) groups.set(row.underlying, [row])
    else group.push(row)
  }
  const arranged = [...groups].map(([title, members]): MarketGroup => ({ title, rows: members }))
  if (first.length > 0) arranged.unshift({ title: marketsContent.featured, rows: first })
  if (deprecated.length === 0) return [...arranged, ...unverified]
  return [...arranged, toGroup('deprecated', deprecated), ...unverified]
}

/** Markets of one status, with what it means. */
function toGroup(kind: 'deprecated' | 'unverified', rows: readonly MarketRow[]): MarketGroup {
  return { title: describePoolStatus({ kind }).label, note: GROUP_MEANINGS[kind], rows }
}

/** How many rows a view would show, were unverified markets shown. */
export function countHidden(rows: readonly MarketRow[], view: MarketView): number {
  return rows.filter(isWantedIn(view)).filter((row) => !isShown(row, view)).length
}

/** Whether a view may show a market, whatever it searches for. */
export function isShown(row: MarketRow, { showUnverified }: MarketView): boolean {
  return row.isVerified || row.isOwn || showUnverified
}

/**
 * Of several verified markets with one name the oldest. Anyone can give a pool any name; that of a verified one says what it
 * follows and what it settles in.
 */
function pickFeatured(verified: readonly MarketRow[], featured: readonly string[]): MarketRow[] {
  const picked = featured.flatMap((wanted) => {
    const found = verified.find(
      ({ facts }) =>
        !facts.deprecated &&
        (facts.address.toLowerCase() === wanted.toLowerCase() || facts.name === wanted),
    )
    return found === undefined ? [] : [found]
  })
  return [...new Set(picked)]
}

function isWantedIn(view: MarketView): (row: MarketRow) => boolean {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  return (row) =>
    words.every((word) => row.searchText.includes(word)) &&
    (view.leverage === '' || row.leverage === view.leverage) &&
    (view.settlement === '' || row.settlementSymbol === view.settlement) &&
    (view.oracle === '' || row.facts.oracle.kind === view.oracle) &&
    (!view.onlyMine || row.isMine) &&
    (!view.onlyHealthy || row.isHealthy)
}

function sortRows(
  rows: readonly MarketRow[],
  { sort, descending }: MarketView,
  compareSizes: CompareSizes | undefined,
): readonly MarketRow[] {
  if (sort === undefined) return rows
  const direction = descending ? -1 : 1
  return rows
    .map((row) => ({ row, value: sortValue(row, sort) }))
    .toSorted(({ row: a, value: left }, { row: b, value: right }) => {
      const money = sort === 'size' ? (compareSizes?.(a, b, direction) ?? 0) : 0
      if (money !== 0) return money
      // What has no value comes last, whichever way the others are turned.
      if (left === undefined || right === undefined)
        return Number(left === undefined) - Number(right === undefined)
      if (typeof left === 'string' || typeof right === 'string')
        return direction * String(left).localeCompare(String(right), 'en', { numeric: true })
      return direction * (left - right)
    })
    .map(({ row }) => row)
}
