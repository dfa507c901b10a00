import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { runWithBackoff } from './runWithBackoff'

afterEach(() => onlineManager.setOnline(true))

function startOffline() {
  onlineManager.setOnline(false)
  const stopping = new AbortController()
  let steps = 0
  const outcome = runWithBackoff({
    nextStep: () => {
      if (steps === 2) return undefined
      return async () => {
        steps++
      }
    },
    signal: stopping.signal,
    onProgress: () => {},
    onTrouble: () => {},
  })
  return { outcome, stopping, steps: () => steps }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20))

it('takes no step while the browser is offline, and all of them once it is back', async () => {
  const { outcome, steps } = startOffline()
  await aMoment()
  expect(steps()).toBe(0)
  onlineManager.setOnline(true)
  expect(await outcome).toBe('done')
  expect(steps()).toBe(2)
})

it('can be stopped while the browser is offline', async () => {
  const { outcome, stopping, steps } = startOffline()
  await aMoment()
  stopping.abort()
  expect(await outcome).toBe('stopped')
  onlineManager.setOnline(true)
  await aMoment()
  expect(steps()).toBe(0)
})
