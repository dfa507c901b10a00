import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { MarketView } from './marketList'
import { SORT_KEYS, type SortKey } from './sortKeys'

/** The list's view, read from and written to the URL: a link shows others the same list. */
export function useMarketView(): readonly [MarketView, (change: Partial<MarketView>) => void] {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => toView(params), [params])
  const change = useCallback(
    (part: Partial<MarketView>) => {
      setParams((current) => toParams({ ...toView(current), ...part }), { replace: true })
    },
    [setParams],
  )
  return [view, change]
}

/** The view that a URL's parameters describe; what makes no sense there counts as not said. */
export function toView(params: URLSearchParams): MarketView {
  const sort = params.get('sort') ?? ''
  const isDescending = sort.startsWith('-')
  const key = isDescending ? sort.slice(1) : sort
  return {
    search: (params.get('q') ?? '').slice(0, 100),
    leverage: params.get('leverage') ?? '',
    settlement: params.get('token') ?? '',
    oracle: params.get('oracle') ?? '',
    onlyMine: params.has('mine'),
    onlyHealthy: params.has('healthy'),
    grouped: !params.has('flat'),
    showUnverified: params.has('unverified'),
    sort: isSortKey(key) ? key : undefined,
    descending: isDescending,
  }
}

export function toParams(view: MarketView): URLSearchParams {
  const params = new URLSearchParams()
  if (view.search !== '') params.set('q', view.search)
  if (view.leverage !== '') params.set('leverage', view.leverage)
  if (view.settlement !== '') params.set('token', view.settlement)
  if (view.oracle !== '') params.set('oracle', view.oracle)
  if (view.onlyMine) params.set('mine', '')
  if (view.onlyHealthy) params.set('healthy', '')
  if (!view.grouped) params.set('flat', '')
  if (view.showUnverified) params.set('unverified', '')
  if (view.sort !== undefined) params.set('sort', `${view.descending ? '-' : ''}${view.sort}`)
  return params
}

function isSortKey(text: string): text is SortKey {
  return (SORT_KEYS as readonly string[]).includes(text)
}
