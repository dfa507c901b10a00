import { describe, expect, it } from 'vitest'
import { parseComparison } from './parseComparison'

const FIELDS = { margin: '', maintenance: '0.5', funding: '0.01' }

describe('parseComparison', () => {
  it('takes a maintenance margin below the initial one', () => {
    expect(parseComparison(FIELDS, 3)).toEqual({
      ok: true,
      values: { margin: undefined, maintenance: 0.5, funding: 0.01 },
    })
    expect(parseComparison({ ...FIELDS, margin: '50', maintenance: '49.9' }, 3).ok).toBe(true)
    expect(parseComparison({ ...FIELDS, maintenance: '33.3' }, 3).ok).toBe(true)
  })

  it.each([
    [{ margin: '1', maintenance: '50' }, 3, '1%'],
    [{ margin: '10', maintenance: '10' }, 3, '10%'],
    // Without a margin it is the pool's leverage.
    [{ maintenance: '33.34' }, 3, '33.33%'],
    [{ maintenance: '1' }, 100, '1%'],
  ])('tells why it takes no other: %o at %ix', (change, leverage, margin) => {
    expect(parseComparison({ ...FIELDS, ...change }, leverage)).toEqual({
      ok: false,
      problems: {
        maintenance: `Enter less than the initial margin (${margin}). Otherwise the perpetual is liquidated as soon as it opens.`,
      },
    })
  })
})
