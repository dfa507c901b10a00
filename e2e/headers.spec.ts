import { readFileSync } from 'node:fs'
import { buildFolder } from './builds'
import { expect, test } from './fixtures'
import { serveApp } from './serveApp'
import { watchViolations } from './violations'

/** The block of headers in the guide to deploying, as a host with a `_headers` file reads it. */
function documentedHeaders(path: string): Record<string, string> {
  const guide = readFileSync('docs/deploying.md', 'utf8')
  const [, block = ''] = /```\n(\/\*\n[\s\S]*?)```/.exec(guide) ?? []
  const headers: Record<string, string> = {}
  let isMeant = false
  for (const line of block.split('\n').filter((text) => text !== '')) {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? []
    if (name === undefined || value === undefined) isMeant = path.startsWith(line.replace('*', ''))
    else if (isMeant) headers[name.toLowerCase()] = value
  }
  return headers
}

test('the app works with the headers of the guide, and cannot be framed', async ({
  page,
  devnet,
}) => {
  expect(Object.keys(documentedHeaders('/')).length).toBeGreaterThanOrEqual(7)
  expect(documentedHeaders('/assets/x.js')['cache-control']).toContain('immutable')
  const served = await serveApp(buildFolder('neutral'), devnet.rpcUrl, {
    headersOf: documentedHeaders,
  })
  const violations = await watchViolations(page)
  await page.goto(served.url)
  await page.getByRole('link', { name: '3-BTC/USD+USDC' }).click()
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(violations).toEqual([])

  await page.goto('about:blank')
  await page.setContent(`<iframe src="${served.url}"></iframe>`)
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
  await served.stop()
})
