import { formatName } from '../../format/formatAddress'

/** A settlement token's symbol as it stands behind the plus of a market's name. */
export function suggestedSymbol(symbol: string): string {
  return formatName(symbol, 10)
}
