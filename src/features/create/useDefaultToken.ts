import { useEffect, useRef } from 'react'
import { currentBrand } from '../../brand/currentBrand'
import type { VerifiedComponent } from '../../chain/verification/verifiedComponent'

/**
 * Fills in the token that the edition's markets settle in, once, where nothing has been named yet.
 *
 * @param token What the field holds
 * @param offers The tokens that are offered for it
 */
export function useDefaultToken(
  token: string,
  offers: readonly VerifiedComponent[],
  fill: (address: string) => void,
): void {
  const isSettled = useRef(false)
  const usual = offers.find(({ name }) => name === currentBrand.defaultSettlementToken)
  useEffect(() => {
    if (isSettled.current) return
    if (token !== '') isSettled.current = true
    else if (usual !== undefined) {
      isSettled.current = true
      fill(usual.address)
    }
  }, [token, usual, fill])
}
