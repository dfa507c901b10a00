import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'

/** The router follows when nothing has been typed for this long: that draws the whole page again. */
const WRITE_PAUSE_MS = 400

/**
 * A form as it is being filled in. The URL fills it, at opening and when a link on the page leads here again, and
 * follows it, so that it can be shared.
 *
 * @param toForm What a link says; must not change from one drawing to the next
 * @param withForm A link's parameters with those of the form in them
 */
export function useLinkedForm<form>(
  toForm: (params: URLSearchParams) => form,
  withForm: (params: URLSearchParams, form: form) => URLSearchParams,
): readonly [form, (change: (form: form) => form) => void] {
  const [params, setParams] = useSearchParams()
  const { pathname, search, hash } = useLocation()
  const drawnUrl = `${pathname}${search}${hash}`
  const [form, setForm] = useState(() => toForm(params))
  const linkOf = useCallback(
    (of: form) => withForm(new URLSearchParams(), of).toString(),
    [withForm],
  )
  /** What the URL says of the form. What has been written there comes back later, perhaps after more typing. */
  const inUrl = linkOf(toForm(params))
  const expected = useRef([inUrl])
  const latest = useRef({ params, setParams })
  latest.current = { params, setParams }

  useEffect(() => {
    const index = expected.current.indexOf(inUrl)
    if (index === -1) setForm(() => toForm(latest.current.params))
    expected.current = index === -1 ? [inUrl] : expected.current.slice(index)
  }, [inUrl, toForm])

  const isTyped = useRef(false)
  /** The route that the address has been given without the router. */
  const noted = useRef<string>(undefined)
  useEffect(() => {
    const { params } = latest.current
    const isHere = () => urlNow() === drawnUrl || urlNow() === noted.current
    // What was typed goes into the address at once, past the router: a reload finds it, and nothing is drawn again.
    if (isTyped.current && isHere()) {
      noteUrl(`${pathname}${searchOf(withForm(params, form))}${hash}`)
      noted.current = urlNow()
    }
    isTyped.current = false
    const timer = setTimeout(() => {
      // A link has been followed, and its page is still being drawn: writing now would take the visitor back.
      if (!isHere()) return
      const next = withForm(latest.current.params, form)
      const link = linkOf(toForm(next))
      if (expected.current.at(-1) === link) return
      expected.current.push(link)
      latest.current.setParams(next, { replace: true })
    }, WRITE_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [form, drawnUrl, pathname, hash, toForm, withForm, linkOf])

  const change = useCallback((next: (form: form) => form) => {
    isTyped.current = true
    setForm(next)
  }, [])
  return [form, change]
}

function searchOf(params: URLSearchParams): string {
  return params.size === 0 ? '' : `?${params}`
}

/** Changes the address alone. Browsers limit how often that can be done; the router's own writing comes a moment later. */
function noteUrl(route: string): void {
  try {
    window.history.replaceState(window.history.state, '', `#${route}`)
  } catch {
    // Then a reload within that moment loses it.
  }
}

/** The route that the address names, which the router draws a moment later. */
function urlNow(): string {
  return window.location.hash.replace(/^#?\/?/, '/')
}
