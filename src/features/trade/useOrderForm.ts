import { useCallback, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { useLinkedForm } from '../../data/useLinkedForm'
import { type EscrowTokens, withHeldSource } from './orderChoice'
import type { OrderForm } from './orderForm'
import { toForm, withForm } from './orderLink'

/**
 * The order as it is being filled in, in step with the URL.
 *
 * @param onlyBurn For a deprecated pool
 * @param escrow The account's in the pool; undefined while it is not known
 */
export function useOrderForm(
  onlyBurn: boolean,
  escrow: EscrowTokens | undefined,
): readonly [OrderForm, (change: (form: OrderForm) => OrderForm) => void] {
  const atLink = useAtLink(escrow)
  const read = useCallback(
    (params: URLSearchParams) => toForm(params, onlyBurn, atLink),
    [onlyBurn, atLink],
  )
  const [form, changeForm] = useLinkedForm(read, withForm)
  const change = (next: (form: OrderForm) => OrderForm) =>
    changeForm((current) => {
      const changed = next(current)
      const isOther = changed.action !== current.action || changed.side !== current.side
      return isOther ? withHeldSource(changed, escrow) : changed
    })
  return [form, change]
}

/** The escrow as it was when the link was followed: what happens to it later must not fill the form again. */
function useAtLink(escrow: EscrowTokens | undefined): EscrowTokens | undefined {
  const link = useSearchParams()[0].toString()
  const seen = useRef({ link, escrow })
  if (seen.current.link !== link || seen.current.escrow === undefined)
    seen.current = { link, escrow }
  return seen.current.escrow
}
