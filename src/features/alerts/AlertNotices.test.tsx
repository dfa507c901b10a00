// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AlertNotices } from './AlertNotices'
import { AlertSettings } from './AlertSettings'
import { alertSettings } from './alertSettings'
import { notificationsRefused } from './showNotification'
import type { RaisedAlert } from './useAlerts'

vi.mock('../../data/useNamesakes', () => ({ useNamesakes: () => new Set() }))
vi.mock('./useAlerts', async () => {
  const { useEffect, useState } = await import('react')
  return {
    useShownAlerts(onAlerts: (alerts: readonly RaisedAlert[]) => void) {
      const [raised] = useState(() => [LATE])
      useEffect(() => onAlerts(raised), [onAlerts, raised])
      return [raised, () => {}]
    },
  }
})
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const POOL = '0x00000000000000000000000000000000000000a1'
const LATE = {
  key: `keeperLate:${POOL}`,
  kind: 'keeperLate',
  pool: POOL,
  market: { facts: { name: '3-ETH/USD+USDC', address: POOL } },
} as unknown as RaisedAlert
const TEXT = 'The rebalance of 3-ETH/USD+USDC is overdue. You can rebalance it yourself.'
const REFUSED = /^This browser shows no notifications from web pages\./

let root: Root
beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild as Element)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  vi.stubGlobal('isSecureContext', true)
  alertSettings.set({ kinds: ['keeperLate'], skewLimit: '1.5', notifications: true })
})
afterEach(async () => {
  await act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A page in the background in a browser that makes notifications with this. */
async function open(construct: (text: string) => void) {
  vi.stubGlobal(
    'Notification',
    class {
      static permission = 'granted'
      constructor(text: string) {
        construct(text)
      }
    },
  )
  await act(async () =>
    root.render(
      <MemoryRouter>
        <AlertNotices />
        <AlertSettings />
      </MemoryRouter>,
    ),
  )
}

const paragraphs = () => [...document.querySelectorAll('p')].map(({ textContent }) => textContent)

it('a tab in the background shows a notification of the browser, and the notice on the page', async () => {
  const construct = vi.fn()
  await open(construct)
  expect(construct).toHaveBeenCalledWith(TEXT)
  expect(document.body.textContent).toContain(TEXT)
  expect(notificationsRefused.get()).toBe(false)
  expect(paragraphs()).not.toContainEqual(expect.stringMatching(REFUSED))
})

it('where the browser lets no page make one, the notice is there and the settings say so', async () => {
  // As Chrome on Android does.
  await open(() => {
    throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification()')
  })
  expect(document.body.textContent).toContain(TEXT)
  expect(paragraphs()).toContainEqual(expect.stringMatching(REFUSED))
  const [label] = [...document.querySelectorAll('label')].filter(({ textContent }) =>
    textContent?.startsWith('Also show browser notifications'),
  )
  expect(label?.querySelector('input')).toMatchObject({ checked: false, disabled: true })
})
