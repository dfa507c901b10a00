/**
 * The same hex digits, in lower case, as a string of their own. A cut out of a long text may be kept as a reference into it,
 * and a few digits that are remembered then keep a whole answer of the RPC in memory.
 *
 * @param digits At least one
 * @throws SyntaxError when there is anything else among them
 */
export function ownDigits(digits: string): string {
  return BigInt(`0x${digits}`).toString(16).padStart(digits.length, '0')
}
