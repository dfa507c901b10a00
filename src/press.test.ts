// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPointerUp, watchPresses } from './press'

/** Longer than a finger's click comes after its release. */
const MOMENT_MS = 100

watchPresses()

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

const happen = (type: string, of: object = {}) =>
  document.body.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), of))

/** What has been called back, in order. */
function ask(...names: readonly string[]): readonly string[] {
  const called: string[] = []
  for (const name of names) afterPointerUp(() => called.push(name))
  return called
}

it('calls back at once where nothing is pressed', () => {
  expect(ask('a', 'b')).toEqual(['a', 'b'])
})

it.each([
  ['pointerdown', { button: 0 }, 'pointerup'],
  ['pointerdown', { button: 0 }, 'pointercancel'],
  ['keydown', { key: ' ' }, 'keyup'],
])('waits from %s until the click after its end, and keeps the order', (begin, of, end) => {
  happen(begin, of)
  const called = ask('a', 'b')
  vi.advanceTimersByTime(MOMENT_MS)
  expect(called).toEqual([])
  happen(end)
  expect(called).toEqual([])
  vi.advanceTimersByTime(MOMENT_MS)
  expect(called).toEqual(['a', 'b'])
})

it('goes on when the window is left, and not when what had the focus loses it to what is pressed', () => {
  happen('pointerdown', { button: 0 })
  const called = ask('a')
  document.body.dispatchEvent(new FocusEvent('blur'))
  vi.advanceTimersByTime(MOMENT_MS)
  expect(called).toEqual([])
  window.dispatchEvent(new FocusEvent('blur'))
  vi.advanceTimersByTime(MOMENT_MS)
  expect(called).toEqual(['a'])
})

it.each([
  ['pointerdown', { button: 2 }],
  ['keydown', { key: 'Enter' }],
])('does not wait at a %s that is no press', (begin, of) => {
  happen(begin, of)
  expect(ask('a')).toEqual(['a'])
})

it('waits through a second click that comes right after the first', () => {
  happen('pointerdown', { button: 0 })
  const called = ask('a')
  happen('pointerup')
  happen('pointerdown', { button: 0 })
  vi.advanceTimersByTime(MOMENT_MS)
  expect(called).toEqual([])
  happen('pointerup')
  vi.advanceTimersByTime(MOMENT_MS)
  expect(called).toEqual(['a'])
})

it('does not wait without end for a release that is never told, nor while a key repeats', () => {
  happen('keydown', { key: ' ' })
  const called = ask('a')
  for (let ms = 0; ms < 12_000; ms += MOMENT_MS) {
    happen('keydown', { key: ' ', repeat: true })
    vi.advanceTimersByTime(MOMENT_MS)
  }
  expect(called).toEqual(['a'])
})
