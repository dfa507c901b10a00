import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/**
 * Begins each new page at its top with the focus on its content, where the keyboard and screen readers go on; on the way
 * back the focus returns to the link that led away, so that a long list is found where it was left.
 */
export function usePageFocus(): void {
  const { pathname } = useLocation()
  const how = useNavigationType()
  const last = useRef(pathname)
  useEffect(() => {
    const left = last.current
    if (left === pathname) return
    last.current = pathname
    const content = document.getElementById('content')
    const wayOut =
      how === 'POP' ? content?.querySelector<HTMLElement>(`a[href="#${CSS.escape(left)}"]`) : null
    if (wayOut) {
      wayOut.focus()
      return
    }
    window.scrollTo(0, 0)
    content?.focus({ preventScroll: true })
  }, [pathname, how])
}
