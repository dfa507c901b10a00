/** What a spreadsheet would take for a formula at the beginning of a cell, spaces before it included. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * Cells as CSV, lines ended by a newline. A cell that a spreadsheet would run as a formula gets an apostrophe in front: anyone can
 * give a token such a name.
 */
export function toCsvText(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(toCell).join(',')}\n`).join('')
}

function toCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
