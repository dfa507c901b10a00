import { describe, expect, it } from 'vitest'
import { DEFAULT_MARKET, type MarketForm } from './marketForm'
import { parseMarketForm } from './parseMarketForm'

const TOKEN = '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8'

const read = (part: Partial<MarketForm> = {}) => parseMarketForm({ ...DEFAULT_MARKET, ...part })

describe('reading the form of a new market', () => {
  it('makes seconds, wads and addresses of what is typed', () => {
    const form = { token: ` ${TOKEN.toLowerCase()} `, mint: '0.3', burn: '10', front: '90 s' }
    expect(read({ ...form, kind: 'sma', periods: '24', sample: '5 min' })).toMatchObject({
      token: TOKEN,
      feed: undefined,
      periods: 24,
      sampleSec: 300,
      leverage: 3,
      updateIntervalSec: 3_600,
      frontRunningIntervalSec: 90,
      mintingFeeWad: 3_000_000_000_000_000n,
      burningFeeWad: 100_000_000_000_000_000n,
      problems: {},
    })
  })

  it('takes the comma of the keyboard at hand', () => {
    expect(read({ mint: '0,3', burn: '0,125' })).toMatchObject({
      mintingFeeWad: 3_000_000_000_000_000n,
      burningFeeWad: 1_250_000_000_000_000n,
      problems: {},
    })
  })

  it('takes no fee and no front-running interval for what they are', () => {
    expect(read({ mint: '', burn: '0', front: '0' })).toMatchObject({
      mintingFeeWad: 0n,
      burningFeeWad: 0n,
      frontRunningIntervalSec: 0,
      problems: {},
    })
  })

  it('does not look at the average’s fields in a spot market', () => {
    const { periods, sampleSec, problems } = read({ periods: '99', sample: 'x' })
    expect([periods, sampleSec, problems]).toEqual([undefined, undefined, {}])
  })

  it.each<[part: Partial<MarketForm>, says: RegExp]>([
    [{ token: 'BAL' }, /isn’t a valid address/],
    [{ feed: `${TOKEN.slice(0, -1)}b` }, /checksum/],
    [{ eth: '0x' }, /isn’t a valid address/],
    [{ leverage: '0' }, /1 to 65,535/],
    [{ leverage: '65536' }, /1 to 65,535/],
    [{ leverage: '2.5' }, /whole number/],
    [{ leverage: '' }, /whole number/],
    [{ kind: 'sma', periods: '25' }, /1 to 24/],
    [{ kind: 'sma', sample: '0 s' }, /at least 1 s/],
    [{ interval: '0' }, /at least 1 s/],
    [{ interval: '4294967296' }, /at most 4,294,967,295 s/],
    [{ front: '1.5 h' }, /whole number and a unit/],
    [{ mint: '100.0000000000000001' }, /at most 100%/],
    [{ burn: '1,000' }, /Enter 1 or 1000/],
    [{ burn: '0.1.1' }, /Enter a number/],
    [{ burn: '-1' }, /Enter a number/],
    [{ burn: '0.00000000000000001' }, /16 decimals/],
    [{ name: 'a\u202eb' }, /visible/],
    [{ name: 'x'.repeat(33) }, /32 visible/],
  ])('says what is wrong with %j', (part, says) => {
    const [name] = Object.keys(part).slice(-1)
    const { problems } = read(part)
    expect(Object.entries(problems)).toEqual([[name, expect.stringMatching(says)]])
  })
})
