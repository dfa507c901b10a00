import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'

test('the policy holds no unsafe source, and lets charts and dialogs work', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.open()
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("style-src 'self';")
  expect(policy).not.toContain('unsafe')

  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  // The styles that RainbowKit would have written itself are there, and the page behind stands still.
  const colors = await dialog.evaluate((element) =>
    ['--surface', '--rk-colors-modalBackground'].map((name) => {
      const probe = document.createElement('i')
      probe.style.color = `var(${name})`
      element.append(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }),
  )
  expect(colors[1]).toBe(colors[0])
  await expect(page.locator('body')).toHaveCSS('overflow', 'hidden')
  await page.keyboard.press('Escape')
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden')
  expect(app.violations).toEqual([])
})

test('an injected script does not run, an injected style does not show, no other host is asked', async ({
  app,
}) => {
  const { page } = app
  await app.open()
  await expect(page.getByRole('heading', { name: 'Markets' })).toBeVisible()
  const asked = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.injectedScript = true'
    const holder = document.createElement('div')
    holder.innerHTML = '<img src="data:," onerror="window.injectedHandler = true">'
    const foreign = document.createElement('script')
    foreign.src = 'https://example.invalid/evil.js'
    const style = document.createElement('style')
    style.textContent = 'body { outline-width: 77px }'
    document.body.append(script, holder, foreign, style)
    return fetch('https://example.invalid/').then(
      () => 'answered',
      () => 'refused',
    )
  })
  expect(asked).toBe('refused')
  await expect.poll(() => app.violations.length).toBe(5)
  const outcome = await page.evaluate(() => {
    const marks = window as unknown as Record<string, unknown>
    return {
      script: marks.injectedScript,
      handler: marks.injectedHandler,
      outline: getComputedStyle(document.body).outlineWidth,
    }
  })
  expect(outcome.script).toBeUndefined()
  expect(outcome.handler).toBeUndefined()
  expect(outcome.outline).not.toBe('77px')
  const refused = app.violations.splice(0).map((text) => text.split(' ').slice(0, 2).join(' '))
  expect(refused.toSorted()).toEqual([
    'connect-src https://example.invalid/',
    'script-src-attr inline',
    'script-src-elem https://example.invalid/evil.js',
    'script-src-elem inline',
    'style-src-elem inline',
  ])
})
