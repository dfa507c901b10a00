import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { expect, test } from './fixtures'
import { AMOUNT, untilCommitted } from './sending'

const MARKET = '3-ETH/USD+USDC'

/** Browsers in which the page gets less than usual, as scripts that take it away before any other runs. */
const BROWSERS = {
  /** As Chromium does it where all of a site's data is blocked. */
  'storage, databases and locks that are refused': () => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, get: refuse })
    IDBFactory.prototype.open = refuse
    LockManager.prototype.request = () =>
      Promise.reject(new DOMException('Access to the Locks API is denied.', 'SecurityError'))
  },
  /** On plain http, in a view inside another app. */
  'no storage, no databases, no locks, no randomUUID': () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, value: null })
    Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined })
    Reflect.deleteProperty(Navigator.prototype, 'locks')
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
  },
  'storage that is full, and databases that never open': () => {
    const { localStorage } = window
    const full = Object.create({
      getItem: (key: string) => localStorage.getItem(key),
      removeItem: (key: string) => localStorage.removeItem(key),
      setItem() {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      },
    })
    Object.defineProperty(window, 'localStorage', { configurable: true, value: full })
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
  },
}

for (const [browser, takeAway] of Object.entries(BROWSERS))
  test(`${browser}: the page reads, connects and mints, and says that it keeps nothing`, async ({
    app,
    devnet,
  }) => {
    const { page } = app
    const market = marketOf(devnet, MARKET)
    const holdings = () => holdingsOf(devnet, market, addressOf(devnet, 'Alice'))
    const before = await holdings()
    await page.addInitScript(takeAway)
    await app.openPool(market)
    await app.connect('Alice')
    await page.getByLabel('Amount').fill('25')
    await expect(page.getByText('This browser blocks storage.')).toBeVisible()
    await page.getByRole('button', { name: /^Approve and mint / }).click()
    await untilCommitted(page)
    expect((await holdings()).settlement).toBe(before.settlement - AMOUNT)
  })

test('a wallet that does not announce itself connects, and is there again after a reload', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await page.addInitScript(() => {
    const listen = window.addEventListener.bind(window)
    listen('eip6963:announceProvider', (event) => {
      const { info, provider } = (event as CustomEvent).detail
      if (info.name.startsWith('Alice')) Object.assign(window, { ethereum: provider })
    })
    window.dispatchEvent(new Event('eip6963:requestProvider'))
    // No one else hears of it.
    const others: typeof listen = (type: string, listener: EventListenerOrEventListenerObject) => {
      if (type !== 'eip6963:announceProvider') listen(type, listener)
    }
    window.addEventListener = others
  })
  await app.openPool(marketOf(devnet, MARKET))
  await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: 'Browser Wallet' }).click()
  const account = page.getByRole('button', { name: /^Account 0x/ })
  await expect(account).toBeVisible()
  await page.getByLabel('Amount').fill('25')
  // At once: what was typed a moment ago is found again, too.
  await page.reload()
  await expect(account).toBeVisible()
  await expect(page.getByLabel('Amount')).toHaveValue('25')
  await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
})
