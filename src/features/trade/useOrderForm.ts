import { useCallback, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { Side } from '../../analytics/poolFigures'
import type { PoolAccount } from '../../chain/poolAtBlock'
import { useLinkedForm } from '../../data/useLinkedForm'
import { type EscrowTokens, withHeldSource, withHeldTokens } from './orderChoice'
import { type OrderForm, ownUnit } from './orderForm'
import { toForm, withForm } from './orderLink'

/**
 * The order as it is being filled in, in step with the URL.
 *
 * @param onlyBurn For a deprecated pool
 * @param account Undefined while it is not known
 */
export function useOrderForm(
  onlyBurn: boolean,
  account: PoolAccount | undefined,
): readonly [OrderForm, (change: (form: OrderForm) => OrderForm) => void] {
  const atLink = useAtLink(account?.escrow)
  const read = useCallback(
    (params: URLSearchParams) => toForm(params, onlyBurn, atLink),
    [onlyBurn, atLink],
  )
  const [form, changeForm] = useLinkedForm(read, withForm)
  /** A side that was taken because nothing is held of the chosen one: a mint goes back to that. */
  const moved = useRef<{ readonly from: Side; readonly to: Side }>(undefined)
  const change = (next: (form: OrderForm) => OrderForm) =>
    changeForm((current) => {
      const changed = next(current)
      if (changed.side !== current.side) {
        moved.current = undefined
        return withHeldTokens(changed, account, [changed.side])
      }
      if (changed.action === current.action) return changed
      if (ownUnit(changed.action) === 'settlement') {
        const side = moved.current?.to === changed.side ? moved.current.from : changed.side
        return withHeldSource({ ...changed, side }, account?.escrow)
      }
      const held = withHeldTokens(changed, account)
      if (held.side !== changed.side) moved.current = { from: changed.side, to: held.side }
      return held
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
