import { expect, test } from 'vitest'
import { POOL_TABS, tabAfterKey, toPoolTab } from './poolTab'

test('a link opens the tab that it names, and the first for anything else', () => {
  for (const tab of POOL_TABS) expect(toPoolTab(tab)).toBe(tab)
  for (const text of [null, '', 'constructor', 'Queue', '__proto__'])
    expect(toPoolTab(text)).toBe('sides')
})

test('arrows go around, Home and End to the ends, and other keys nowhere', () => {
  expect(tabAfterKey('sides', 'ArrowRight')).toBe('queue')
  expect(tabAfterKey('contracts', 'ArrowRight')).toBe('sides')
  expect(tabAfterKey('sides', 'ArrowLeft')).toBe('contracts')
  expect(tabAfterKey('history', 'ArrowLeft')).toBe('queue')
  expect(tabAfterKey('history', 'Home')).toBe('sides')
  expect(tabAfterKey('history', 'End')).toBe('contracts')
  expect(tabAfterKey('history', 'Tab')).toBeUndefined()
})
