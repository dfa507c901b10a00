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
  /** What the URL says of the order, and what was written there: a link is what nobody here has written. */
  const inUrl = linkOf(toForm(params, onlyBurn))
  const known = useRef(inUrl)
  const latest = useRef({ params, setParams })
  latest.current = { params, setParams }

  useEffect(() => {
    if (known.current === inUrl) return
    known.current = inUrl
    setForm(toForm(latest.current.params, onlyBurn))
  }, [inUrl, onlyBurn])

  useEffect(() => {
    if (known.current === linkOf(form)) return
    const timer = setTimeout(() => {
      known.current = linkOf(form)
      latest.current.setParams(withForm(latest.current.params, form), { replace: true })
    }, WRITE_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [form])

  const change = useCallback((next: (form: OrderForm) => OrderForm) => {
    setForm(next)
  }, [])
  return [form, change]
}

function linkOf(form: OrderForm): string {
  return withForm(new URLSearchParams(), form).toString()
}
