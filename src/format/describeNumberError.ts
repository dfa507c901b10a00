import { type AmountErrorCode, describeAmbiguity } from './parseAmount'

/** What is wrong with a number that was typed; the same words in every field. */
export function describeNumberError(
  code: Exclude<AmountErrorCode, 'TOO_LARGE'>,
  text: string,
  decimals: number,
): string {
  switch (code) {
    case 'EMPTY':
      return 'Enter an amount.'
    case 'ZERO':
      return 'Enter an amount above zero.'
    case 'NEGATIVE':
      return 'Enter a positive amount.'
    case 'NOT_A_NUMBER':
      return 'Enter a number, for example 1250.5.'
    case 'AMBIGUOUS':
      return describeAmbiguity(text)
    case 'TOO_MANY_DECIMALS':
      return decimals === 0 ? 'Enter a whole number.' : `Use at most ${decimals} decimals.`
  }
}
