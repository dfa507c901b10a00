import { describe, expect, it } from 'vitest'
import { WAD } from '../../../protocol/wad'
import { runToEnd } from '../testing/runToEnd'
import { parsePriceCsv } from './parsePriceCsv'
import { PriceCsvReader } from './priceCsvReader'
import type { PriceProblem } from './priceProblem'
import { readPriceFile } from './readPriceFile'

const T0 = 1_640_995_200
const HOUR = 3_600
/** Three hours of prices at 1, 2 and 3. */
const SERIES = { timesSec: [T0, T0 + HOUR, T0 + 2 * HOUR], pricesWad: [WAD, 2n * WAD, 3n * WAD] }

describe('parsePriceCsv reads', () => {
  const seconds = [T0, T0 + HOUR, T0 + 2 * HOUR]
  it.each<[what: string, text: string]>([
    ['timestamp,close', `timestamp,close\n${seconds.map((t, i) => `${t},${i + 1}`).join('\n')}\n`],
    ['no header', seconds.map((t, i) => `${t},${i + 1}.0`).join('\n')],
    ['milliseconds', seconds.map((t, i) => `${t}000,${i + 1}`).join('\n')],
    ['microseconds', seconds.map((t, i) => `${t}000000,${i + 1}`).join('\n')],
    ['CRLF', `timestamp,close\r\n${seconds.map((t, i) => `${t},${i + 1}`).join('\r\n')}\r\n`],
    [
      'a byte order mark',
      `\uFEFFtimestamp,close\n${seconds.map((t, i) => `${t},${i + 1}`).join('\n')}`,
    ],
    ['quotes', `"Timestamp","Close"\n${seconds.map((t, i) => `"${t}","${i + 1}"`).join('\n')}`],
    [
      'semicolons and decimal commas',
      `date;close\n${seconds.map((t, i) => `${t};${i + 1},0`).join('\n')}`,
    ],
    ['tabs', `time\tprice\n${seconds.map((t, i) => `${t}\t${i + 1}`).join('\n')}`],
    [
      'more columns',
      `Unix Time,open,high,low,Close,volume\n${seconds.map((t, i) => `${t},9,9,9,${i + 1},9`).join('\n')}`,
    ],
    [
      'ISO times',
      'date,close\n2022-01-01T00:00:00Z,1\n2022/01/01 01:00:00,2\n2022-01-01T04:00:00+02:00,3',
    ],
    [
      'dates with dots, the day first',
      'date,close\n01.01.2022,1\n1.1.2022 01:00:00,2\n01.01.2022 02:00 UTC,3',
    ],
    [
      'comments and empty lines',
      `# source: …\n\ntimestamp,close\n\n${seconds.map((t, i) => `${t},${i + 1}`).join('\n\n')}\n\n`,
    ],
  ])('%s', (_, text) => {
    expect(parsePriceCsv(text)).toEqual({
      series: SERIES,
      problems: [],
      unlisted: 0,
      unreadRows: 0,
    })
  })

  it('prices digit by digit', () => {
    const { series } = parsePriceCsv(
      `timestamp,close\n${T0},46656.130000000000000001\n${T0 + HOUR},1.5e-7\n${T0 + 2 * HOUR},"1,234.5"\n${T0 + 3 * HOUR},0.1234567890123456789`,
    )
    expect(series.pricesWad).toEqual([
      46_656_130_000_000_000_000_001n,
      150_000_000_000n,
      1_234_500_000_000_000_000_000n,
      123_456_789_012_345_678n,
    ])
  })

  it('a file piece by piece, wherever it is cut', async () => {
    const text = `timestamp,close\n${seconds.map((t, i) => `${t},${i + 1}`).join('\r\n')}`
    for (let size = 1; size < 20; size++) {
      const reader = new PriceCsvReader()
      for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
      expect(runToEnd(reader.end()).series).toEqual(SERIES)
    }
    const file = new Blob([`\uFEFF${text}`])
    const run = async <result>(steps: Generator<void, result>) => runToEnd(steps)
    const { signal } = new AbortController()
    expect((await readPriceFile(file, run, signal)).series).toEqual(SERIES)
    await expect(readPriceFile(file, run, AbortSignal.abort(new Error('Enough')))).rejects.toThrow(
      'Enough',
    )
  })
})

describe('parsePriceCsv reports', () => {
  const rows = (...lines: string[]) => parsePriceCsv(['timestamp,close', ...lines].join('\n'))
  const problem = (kind: PriceProblem['kind'], line: number, more = {}) => ({ kind, line, ...more })

  it('what is not a price, and offers the rest', () => {
    const { series, problems } = rows(
      `${T0},1`,
      'yesterday,2',
      `${T0 + HOUR},two`,
      `${T0 + HOUR},0`,
      `${T0 + HOUR},-1`,
      `${T0 + HOUR},1e31`,
      'nothing',
      `${T0 + HOUR},NaN`,
      `2022-02-31,5`,
      `${T0 + HOUR},2`,
      `${'9'.repeat(3_000)}`,
      `${T0 + 2 * HOUR},3`,
    )
    expect(series).toEqual(SERIES)
    expect(problems).toEqual([
      problem('notATime', 3, { text: 'yesterday' }),
      problem('notANumber', 4, { text: 'two' }),
      problem('notPositive', 5, { text: '0' }),
      problem('notPositive', 6, { text: '-1' }),
      problem('tooLarge', 7, { text: '1e31' }),
      problem('notARow', 8, { text: 'nothing' }),
      problem('notANumber', 9, { text: 'NaN' }),
      problem('notATime', 10, { text: '2022-02-31' }),
      problem('rowTooLong', 12, { text: '9'.repeat(40) }),
    ])
  })

  it('gaps, duplicates and order, with their lines', () => {
    const late = T0 + 5 * HOUR
    const { series, problems } = rows(
      `${T0},1`,
      `${T0 + 2 * HOUR},3`,
      `${T0 + HOUR},2`,
      `${T0 + HOUR},7`,
      `${late},6`,
    )
    expect(series).toEqual({
      timesSec: [...SERIES.timesSec, late],
      pricesWad: [...SERIES.pricesWad, 6n * WAD],
    })
    expect(problems).toEqual([
      problem('outOfOrder', 4),
      problem('outOfOrder', 5),
      problem('duplicate', 5),
      problem('gap', 6, { count: 2 }),
    ])
  })

  it('thousands of rows in any order, and sorts them in', () => {
    const count = 20_000
    // Every hour once, in an order that jumps about.
    const hours = Array.from({ length: count }, (_, i) => (i * 7_919) % count)
    const { series, unlisted } = rows(...hours.map((hour) => `${T0 + hour * HOUR},${hour + 1}`))
    expect(series.timesSec).toEqual(Array.from({ length: count }, (_, hour) => T0 + hour * HOUR))
    expect(series.pricesWad).toEqual(
      Array.from({ length: count }, (_, hour) => BigInt(hour + 1) * WAD),
    )
    expect(unlisted).toBeGreaterThan(count / 2)
  })

  it('a file from new to old, and turns it round', () => {
    const { series, problems } = rows(`${T0 + 2 * HOUR},3`, `${T0 + HOUR},2`, `${T0},1`)
    expect(series).toEqual(SERIES)
    expect(problems).toEqual([problem('newestFirst', 2)])
  })

  it('dates that could be either, and days that there are not', () => {
    const { series, problems } = rows(
      `${T0},1`,
      '01/02/2022,2',
      '13/02/2022 01:00,2',
      '01-02-2022,2',
      '1.2.22,2',
      '32.01.2022,2',
      '30.02.2022,2',
      '01.13.2022,2',
      `${T0 + HOUR},2`,
      `01.01.2022 02:00,3`,
    )
    expect(series).toEqual(SERIES)
    expect(problems).toEqual([
      ...['01/02/2022', '13/02/2022 01:00', '01-02-2022', '1.2.22'].map((text, i) =>
        problem('ambiguousDate', 3 + i, { text }),
      ),
      ...['32.01.2022', '30.02.2022', '01.13.2022'].map((text, i) =>
        problem('notATime', 7 + i, { text }),
      ),
    ])
  })

  it('a comma that could be either', () => {
    const { problems } = parsePriceCsv(`time\tprice\n${T0}\t1,234\n${T0 + HOUR}\t5`)
    expect(problems).toEqual([problem('ambiguousNumber', 2, { text: '1,234' })])
  })

  it('columns without names, and files without prices', () => {
    expect(parsePriceCsv(`${T0},1,2,3,4\n${T0 + HOUR},1,2,3,4`).problems).toEqual([
      problem('unknownColumns', 1),
      problem('noPrices', 1),
    ])
    expect(parsePriceCsv('').problems).toEqual([problem('noPrices', 1)])
    expect(parsePriceCsv('{"prices":[1,2]}').problems.map(({ kind }) => kind)).toEqual([
      'notARow',
      'noPrices',
    ])
  })

  it('how many rows are beyond the bound, and reads none of them', () => {
    const reader = new PriceCsvReader(2)
    reader.push(`timestamp,close\n${T0},1\n${T0 + HOUR},2\n`)
    for (let i = 0; i < 1_000; i++) reader.push('what,ever\nand,more\n\nand')
    reader.push(',the,last')
    const { series, problems, unreadRows } = runToEnd(reader.end())
    expect(series.timesSec).toHaveLength(2)
    expect(problems).toEqual([])
    expect(unreadRows).toBe(2_001)
  })

  it('a hundred problems one by one, and counts the others', () => {
    const { problems, unlisted } = rows(...Array.from({ length: 150 }, (_, i) => `${T0 + i},x`))
    expect([problems.length, unlisted]).toEqual([100, 51])
  })
})
