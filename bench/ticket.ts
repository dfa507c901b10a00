import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../scripts/chromium'
import type { Figure } from './projection'
import { withServedApp } from './servedApp'
import { percentile95 } from './statistics'

/** Nine upkeeps lie between an order and its execution here, more than anywhere else on the devnet. */
const MARKET = '3-ETH/USD+USDC'
const AMOUNTS = [
  '1234567',
  '2345678',
  '3456789',
  '456789',
  '5678912',
  '6789123',
  '789123',
  '891234',
]
const ROUNDS = 3
const PAUSE_MS = 120

/** From keydown to the frame in which the ticket's outcome has changed, with everything in the ticket opened. */
export function measureTicket(): Promise<Figure[]> {
  return withServedApp({ pastSec: 0 }, async (appUrl, { deployment }) => {
    const market = deployment.markets.find(({ name }) => name === MARKET)
    if (market === undefined) throw new Error(`The devnet has no market ${MARKET}`)
    const browser = await chromium.launch({
      executablePath: findChromium('full'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(`${appUrl}#/pool/${market.pool}`)
      const ticket = page.getByRole('region', { name: 'Trade' })
      await ticket.waitFor()
      for (const summary of await ticket.locator('summary').all()) await summary.click()
      const delays = await typeAndTime(page)
      return [{ name: 'ticket-keystroke', value: percentile95(delays), unit: 'ms' }]
    } finally {
      await browser.close()
    }
  })
}

/**
 * Runs in the page, as text: compiled, it would call a helper that is not there. The frame in which the outcome has
 * changed has been drawn when the next one begins.
 */
const WATCH = `
  window.delays = []
  const outcome = () =>
    [...document.querySelectorAll('dt')].find((name) => name.textContent.startsWith('You get, projected'))
      ?.nextElementSibling.textContent
  window.addEventListener('keydown', (event) => {
    if (!/^\\d$/.test(event.key)) return
    const before = outcome()
    const look = () => {
      if (outcome() === before) requestAnimationFrame(look)
      else requestAnimationFrame(() => window.delays.push(performance.now() - event.timeStamp))
    }
    requestAnimationFrame(look)
  }, { capture: true })
`

async function typeAndTime(page: Page): Promise<number[]> {
  await page.evaluate(WATCH)
  const field = page.getByLabel('Amount')
  for (let round = 0; round < ROUNDS; round++)
    for (const amount of AMOUNTS) {
      await field.fill('')
      await field.pressSequentially(amount, { delay: PAUSE_MS })
    }
  await page.waitForTimeout(500)
  const delays = await page.evaluate(() => (window as unknown as { delays: number[] }).delays)
  const typed = ROUNDS * AMOUNTS.join('').length
  if (delays.length < typed) throw new Error(`${typed - delays.length} keystrokes showed nothing`)
  return delays
}
