import { describe, expect, it } from 'vitest'
import { foldConfusables } from './foldConfusables'

describe('names that look alike fold to the same', () => {
  it.each([
    ['USDC', 'UЅDС', 'Cyrillic'],
    ['USDC', 'ＵＳＤＣ', 'wide letters'],
    ['USDC', '𝐔𝐒𝐃𝐂', 'bold letters'],
    ['USDC', 'ꓴꓢꓓꓚ', 'Lisu'],
    ['USDC', 'U\u200bS\u2060DC', 'letters of no width'],
    ['USDC', 'usdc', 'small letters'],
    ['USDC', 'Ụ̈SḌC', 'dots above and below'],
    ['USDC', 'U5DC', 'a figure'],
    ['3-ETH/USD+USDC', '3-ΕΤΗ/USD+USDC', 'Greek'],
    ['3-ETH/USD+USDC', '3-ΈTH/USD+USDC', 'Greek with an accent'],
    ['LINK', 'LЇNK', 'Cyrillic with two dots'],
    ['WETH', 'WЀTH', 'Cyrillic with a grave'],
    ['BAL', 'BAl', 'a small l'],
    ['LINK', 'L1NK', 'a one'],
    ['WETH', 'ԜETH'.toLowerCase(), 'a Kurdish w'],
  ])('%s and %s (%s)', (genuine, likeness) => {
    expect(likeness).not.toBe(genuine)
    expect(foldConfusables(likeness)).toBe(foldConfusables(genuine))
  })
})

it.each([
  ['USDC', 'USDT'],
  ['USDC', 'USDC.e'],
  ['3-ETH/USD+USDC', '1-ETH/USD+USDC'],
  ['3-BTC/USD+USDC', '3-BTC/USD+USDC-12h'],
  ['BAL', '(no name)'],
])('%s and %s stay apart', (a, b) => {
  expect(foldConfusables(a)).not.toBe(foldConfusables(b))
})

it('takes a name of any length, and looks at all of it', () => {
  const long = 'W'.repeat(10_000)
  expect(foldConfusables(`${long}a`)).not.toBe(foldConfusables(`${long}b`))
})
