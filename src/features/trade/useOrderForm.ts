import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { OrderForm } from './orderForm'
import { toForm, withForm } from './orderLink'

/** The URL follows when nothing has been typed for this long: writing it draws the whole page again. */
const WRITE_PAUSE_MS = 400

/**
 * The order as it is being filled in. The URL fills it, at opening and when a link on the page leads here again, and
 * follows it, so that it can be shared.
 *
 * @param onlyBurn For a deprecated pool
 */
export function useOrderForm(
  onlyBurn: boolean,
): readonly [OrderForm, (change: (form: OrderForm) => OrderForm) => void] {
  const [params, setParams] = useSearchParams()
  const [form, setForm] = useState(() => toForm(params, onlyBurn))
  /** What the URL says of the order. What has been written there comes back later, perhaps after more typing. */
  const inUrl = linkOf(toForm(params, onlyBurn))
  const expected = useRef([inUrl])
  const latest = useRef({ params, setParams })
  latest.current = { params, setParams }

  useEffect(() => {
    const index = expected.current.indexOf(inUrl)
    if (index === -1) setForm(toForm(latest.current.params, onlyBurn))
    expected.current = index === -1 ? [inUrl] : expected.current.slice(index)
  }, [inUrl, onlyBurn])

  useEffect(() => {
    const write = () => {
      const next = withForm(latest.current.params, form)
      const link = linkOf(toForm(next, onlyBurn))
      if (expected.current.at(-1) === link) return
      expected.current.push(link)
      latest.current.setParams(next, { replace: true })
    }
    const timer = setTimeout(write, WRITE_PAUSE_MS)
    // A reload finds what has just been typed, too.
    window.addEventListener('pagehide', write)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', write)
    }
  }, [form, onlyBurn])

  const change = useCallback((next: (form: OrderForm) => OrderForm) => {
    setForm(next)
  }, [])
  return [form, change]
}

function linkOf(form: OrderForm): string {
  return withForm(new URLSearchParams(), form).toString()
}
