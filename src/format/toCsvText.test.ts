import { describe, expect, it } from 'vitest'
import { toCsvText } from './toCsvText'

describe('cells as CSV', () => {
  it('quotes what would end a cell or a line', () => {
    expect(toCsvText([['a,b', 'say "hi"', 'two\nlines', 'plain']])).toBe(
      '"a,b","say ""hi""","two\nlines",plain\n',
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('never lets a spreadsheet run %j', (text, cell) => {
    expect(toCsvText([[text]])).toBe(`${cell}\n`)
  })

  it('leaves numbers as they are', () => {
    expect(toCsvText([['-5', '-0.000001', '12345678901234567890.123456789']])).toBe(
      '-5,-0.000001,12345678901234567890.123456789\n',
    )
  })
})
