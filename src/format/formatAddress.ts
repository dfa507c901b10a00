/** `0x1234…abcd`. */
export function formatAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`
}

const INVISIBLE_OR_DIRECTIONAL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu
const MAX_NAME_LENGTH = 40

/**
 * A name that a contract gives itself, made harmless: no control or direction marks, and no longer than a cell.
 * Anyone can deploy a token with any name.
 */
export function formatName(name: string): string {
  const clean = name.replace(INVISIBLE_OR_DIRECTIONAL, '').trim()
  if (clean === '') return '(no name)'
  const letters = [...clean]
  return letters.length > MAX_NAME_LENGTH
    ? `${letters.slice(0, MAX_NAME_LENGTH - 1).join('')}…`
    : clean
}
