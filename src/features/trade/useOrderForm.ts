import { useCallback } from 'react'
import { useLinkedForm } from '../../data/useLinkedForm'
import type { OrderForm } from './orderForm'
import { toForm, withForm } from './orderLink'

/**
 * The order as it is being filled in, in step with the URL.
 *
 * @param onlyBurn For a deprecated pool
 */
export function useOrderForm(
  onlyBurn: boolean,
): readonly [OrderForm, (change: (form: OrderForm) => OrderForm) => void] {
  const read = useCallback((params: URLSearchParams) => toForm(params, onlyBurn), [onlyBurn])
  return useLinkedForm(read, withForm)
}
