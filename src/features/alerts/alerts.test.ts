import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { parseAlertMemory } from './alertMemory'
import { parseAlertSettings, parseSkewLimit } from './alertSettings'

describe('what the storage holds of alerts', () => {
  it('is read back as it was written', () => {
    const settings = { kinds: ['skew'], skewLimit: '2', notifications: true }
    expect(parseAlertSettings(JSON.stringify(settings))).toEqual(settings)
    const pool = `0x${'a1'.repeat(20)}`
    const memory = { queued: [`${pool}:5`], active: [`skew:${pool}`], told: [`executed:${pool}:4`] }
    expect(parseAlertMemory(JSON.stringify(memory))).toEqual(memory)
  })

  it.each(['', '{', '[]', '{"kinds":["all"]}', '{"queued":["x"],"active":[],"told":[]}'])(
    'switches nothing on, and is a first look, where it is %s',
    (text) => {
      expect(parseAlertSettings(text)).toMatchObject({ kinds: [], notifications: false })
      expect(parseAlertMemory(text)).toBeUndefined()
    },
  )
})

it.each([
  ['1.5', (WAD * 3n) / 2n],
  ['1,5', (WAD * 3n) / 2n],
  ['1', undefined],
  ['0.5', undefined],
  ['', undefined],
  ['abc', undefined],
  ['1e9', undefined],
  ['99999', undefined],
])('a skew limit of %s is %s', (text, limit) => {
  expect(parseSkewLimit(text)).toBe(limit)
})
