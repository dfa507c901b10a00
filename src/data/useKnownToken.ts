import type { Address } from 'viem'
import { currentBrand } from '../brand/currentBrand'
import { useBridge } from './useBridge'

/**
 * The address of a well-known token where the pools are. Anyone can give a token any symbol, so the symbol is looked up
 * among the tokens that the bridge is configured with, never among those of the pools.
 *
 * @returns Undefined where no such token is configured
 */
export function useKnownToken(symbol: string | undefined): Address | undefined {
  return useBridge()?.network.tokens.find((token) => token.symbol === symbol)?.l2
}

/** The token that the edition's markets settle in unless another is chosen; undefined where the edition names none. */
export function useDefaultSettlement(): Address | undefined {
  return useKnownToken(currentBrand.defaultSettlementToken)
}
