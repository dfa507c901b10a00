import type { Page } from '@playwright/test'
import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { blocksPass } from './shownBlock'

for (const build of ['neutral', 'balancer'] as const)
  test.describe(build, () => {
    test.use({ build })

    test('no one but the configured RPCs is asked, on no page, nor by the wallet dialog', async ({
      app,
      devnet,
      served,
    }) => {
      const { page } = app
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      const hosts = new Set<string>()
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url())
        if (protocol !== 'data:') hosts.add(host)
      })
      await app.open()
      for (const route of await routesOf(page, marketOf(devnet, '3-ETH/USD+USDC').pool)) {
        await app.open(route)
        await expect(page.getByRole('heading').first()).toBeVisible()
        await page.mouse.wheel(0, 4_000)
        await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await blocksPass(page, 1)
        await page.keyboard.press('Escape')
      }
      await app.connect('Alice')
      await page.getByRole('button', { name: /^Account 0x/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await blocksPass(page, 1)
      // The neutral one's only RPC is on the host that serves it.
      const allowed = (build === 'neutral' ? [served.url] : [served.url, devnet.rpcUrl]).map(
        (url) => new URL(url).host,
      )
      expect([...hosts].toSorted()).toEqual(allowed.toSorted())
      expect(complaints).toEqual([])
    })

    test('its icons, pictures and manifest are there', async ({ app, served }) => {
      const { page } = app
      await app.open()
      const addresses = await page
        .locator('link[rel="icon"], link[rel="apple-touch-icon"], link[rel="manifest"]')
        .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
      expect(addresses).toHaveLength(3)
      const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
      for (const address of [...addresses, new URL(picture ?? '', served.url).href]) {
        const answer = await page.request.get(address)
        expect(answer.status(), address).toBe(200)
        expect(answer.headers()['content-type']).toMatch(/^(image\/|application\/manifest)/)
      }
      const size = await page.evaluate(async (address) => {
        const image = new Image()
        image.src = address
        await image.decode()
        return [image.naturalWidth, image.naturalHeight]
      }, picture ?? '')
      expect(size).toEqual([1200, 630])
    })
  })

/** All that the navigation leads to, a market, and nothing. */
async function routesOf(page: Page, pool: string): Promise<readonly string[]> {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links.first()).toBeVisible()
  const targets = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href')?.replace(/^#/, '') ?? ''),
  )
  expect(targets.length).toBeGreaterThanOrEqual(3)
  return [...targets, `/pool/${pool}`, '/no-such-page']
}
