import { expect, test } from './fixtures'

const INTRO = 'Each pool has a long and a short side.'

for (const width of [390, 1440])
  test(`what pools are can be read before any script has come, and stays where it is, ${width} px`, async ({
    app: { page },
    served,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    let letScriptsCome = () => {}
    const wait = new Promise<void>((resolve) => {
      letScriptsCome = resolve
    })
    await page.route('**/assets/*.js', async (script) => {
      await wait
      await script.continue()
    })
    await page.goto(`${served.url}#/`, { waitUntil: 'commit' })
    const intro = page.getByText(INTRO)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(intro).toContainText('Data comes directly from the chain')
    await expect(heading).toHaveCount(0)
    const place = async () => {
      const box = await intro.boundingBox()
      return [box?.x, box?.y, box?.width]
    }
    // Nothing is painted before the styles are there, but a place could be asked for.
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
        ({ sheet }) => sheet !== null,
      ),
    )
    const early = await place()

    letScriptsCome()
    await expect(heading).toBeVisible()
    await expect(intro).not.toContainText('loading')
    // The figures have come, too.
    await expect(page.getByText('3-ETH/USD+USDC').first()).toBeVisible()
    // Asked while the page takes over from its skeleton, there may be none for an instant.
    await expect.poll(place).toEqual(early)
  })

for (const moment of ['DOMContentLoaded', 'load'])
  test(`a link followed before the app stands leads where it says: ${moment}`, async ({ app }) => {
    await app.page.addInitScript((event) => {
      window.addEventListener(event, () => {
        location.hash = '#/portfolio'
      })
    }, moment)
    await app.open()
    await expect(app.page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible()
  })

test('a browser without scripts is told what is missing', async ({ browser, served }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(served.url)
  await expect(page.locator('noscript')).toBeVisible()
  await expect(page.getByText(INTRO)).toBeVisible()
  await expect(page.getByText('Data comes directly from the chain')).toBeHidden()
  await page.close()
})
