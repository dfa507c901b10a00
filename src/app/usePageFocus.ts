import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/**
 * Begins each new page at its top with the focus on its content, where the keyboard and screen readers go on; on the way
 * back the focus returns to the link that led away, so that a long list is found where it was left.
 */
export function usePageFocus(): void {
  const { pathname } = useLocation()
  const how = useNavigationType()
  const last = useRef({ pathname, index: historyIndex() })
  useEffect(() => {
    const { pathname: left, index } = last.current
    if (left === pathname) return
    last.current = { pathname, index: historyIndex() }
    const isBack = how === 'POP' && isBefore(last.current.index, index)
    const content = document.getElementById('content')
    const wayOut = isBack
      ? content?.querySelector<HTMLElement>(`a[href="#${CSS.escape(left)}"]`)
      : undefined
    if (wayOut) {
      wayOut.focus()
      return
    }
    window.scrollTo(0, 0)
    content?.focus({ preventScroll: true })
  }, [pathname, how])
}

/** Where the browser stands in what has been visited, as the router counts it; undefined where an address was typed in. */
function historyIndex(): number | undefined {
  const state = window.history.state as { idx?: unknown } | null
  return typeof state?.idx === 'number' ? state.idx : undefined
}

function isBefore(index: number | undefined, other: number | undefined): boolean {
  return index !== undefined && other !== undefined && index < other
}
