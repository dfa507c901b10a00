const SUFFIXES: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
}
const rules = new Intl.PluralRules('en', { type: 'ordinal' })

/** `1st`, `2nd`, `3rd`, `4th`. */
export function formatOrdinal(number: number): string {
  return `${number}${SUFFIXES[rules.select(number)] ?? 'th'}`
}
