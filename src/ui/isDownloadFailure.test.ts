import { expect, it } from 'vitest'
import { isDownloadFailure } from './isDownloadFailure'

it.each([
  'Failed to fetch dynamically imported module: https://host/assets/Lab-1.js',
  'error loading dynamically imported module: https://host/assets/Lab-1.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/Lab-1.css',
])('recognizes “%s”', (message) => {
  expect(isDownloadFailure(new TypeError(message))).toBe(true)
})

it('takes nothing else for one', () => {
  expect(isDownloadFailure(new TypeError('Cannot read properties of undefined'))).toBe(false)
  expect(isDownloadFailure('Failed to fetch')).toBe(false)
  expect(isDownloadFailure(undefined)).toBe(false)
})
