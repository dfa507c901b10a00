import { MAX_NAME_LENGTH } from '../protocol/bounds'

/** `0x1234…abcd`. */
export function formatAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`
}

/** Control and direction marks, lone surrogates, letters that show nothing, and stacks of combining marks. */
const HARMFUL =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u2800\u115f\u1160\u3164\uffa0]|(?<=\p{M}{2})\p{M}/gu

/**
 * A name that a contract gives itself, made harmless: no control or direction marks, and no longer than a cell.
 * Anyone can deploy a token with any name.
 *
 * @param maxLength In letters
 */
export function formatName(name: string, maxLength = MAX_NAME_LENGTH): string {
  const clean = name.replace(HARMFUL, '').trim()
  if (clean === '') return '(no name)'
  const letters = [...clean]
  return letters.length > maxLength ? `${letters.slice(0, maxLength - 1).join('')}…` : clean
}

/** A name with the short address behind it, where there is one: for what another thing of the same name could be taken for. */
export function formatNameAt(name: string, address: string | undefined): string {
  return address === undefined
    ? formatName(name)
    : `${formatName(name)} (${formatAddress(address)})`
}
