import { expect, it } from 'vitest'
import { DEFAULT_LAB, parseLabLink, withLabForm } from './labForm'

const linkOf = (form: typeof DEFAULT_LAB) => withLabForm(new URLSearchParams(), form)

it('a link says what differs from the default, and nothing else', () => {
  expect(linkOf(DEFAULT_LAB).toString()).toBe('')
  const form = { ...DEFAULT_LAB, leverage: '5', path: 'chop', points: '0 0\n100 -50' } as const
  expect(parseLabLink(linkOf(form))).toEqual(form)
})

it('what no one can have chosen, and what is too long to be typed, does no harm', () => {
  const form = parseLabLink(
    new URLSearchParams({
      path: '__proto__',
      flows: 'up',
      leverage: '3'.repeat(9_999),
      other: '1',
    }),
  )
  expect(form.path).toBe(DEFAULT_LAB.path)
  expect(form.flows).toBe(DEFAULT_LAB.flows)
  expect(form.leverage).toHaveLength(80)
  expect(Object.keys(form)).toEqual(Object.keys(DEFAULT_LAB))
})

it('keeps what else is in the link', () => {
  expect(withLabForm(new URLSearchParams({ account: '0x1' }), DEFAULT_LAB).toString()).toBe(
    'account=0x1',
  )
})
