import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownDigits } from './ownDigits'

it('gives the same digits, leading noughts included', () => {
  const digits = fc.stringMatching(/^[\da-f]{1,64}$/)
  fc.assert(fc.property(digits, (text) => ownDigits(text) === text))
  expect(ownDigits('00C0')).toBe('00c0')
  expect(() => ownDigits('zz')).toThrow(SyntaxError)
})
