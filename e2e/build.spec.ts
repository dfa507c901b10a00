import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, expect, test } from './fixtures'
import { serveApp } from './serveApp'

test('the build holds nothing of the devnet or its wallets', async ({ devnet }) => {
  const folder = environment('E2E_APP')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|html)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(10)
  const traces = [
    'announceDevnetWallets',
    'dev.perpetual-pools',
    '· devnet',
    'test test test test',
    ...devnet.deployment.accounts.map(({ address }) => address.slice(2).toLowerCase()),
    ...devnet.deployment.accounts.map(({ privateKey }) => privateKey.slice(2).toLowerCase()),
  ]
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8').toLowerCase()
    expect(
      traces.filter((trace) => text.includes(trace.toLowerCase())),
      name,
    ).toEqual([])
  }
})

test('the same build works below a path, deep links and reloads included', async ({
  page,
  devnet,
}) => {
  const served = await serveApp(environment('E2E_APP'), devnet.rpcUrl, { basePath: '/ipfs/bafy/' })
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url())
  })
  await page.goto(served.url)
  await page.getByRole('link', { name: '3-BTC/USD+USDC' }).click()
  await expect(page.getByRole('heading', { name: '3-BTC/USD+USDC' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '3-BTC/USD+USDC' })).toBeVisible()
  expect(missing).toEqual([])
  await served.stop()
})

test('a refresh costs one request, however many pools there are', async ({ app, devnet }) => {
  const { page } = app
  await app.open()
  await expect(page.getByRole('row')).toHaveCount(devnet.deployment.markets.length + 1)
  await page.waitForTimeout(2_500)
  const requests: string[] = []
  const blocks = new Set<string>()
  page.on('request', (request) => {
    if (request.method() === 'POST') requests.push(request.postData() ?? '')
  })
  const block = page.getByText(/^block \d+, \d+ s ago$/)
  for (let count = 0; count < 24; count++) {
    blocks.add((await block.textContent())?.split(',')[0] ?? '')
    await page.waitForTimeout(250)
  }
  expect(requests.length).toBeGreaterThanOrEqual(2)
  expect(requests.every((body) => body.includes('"eth_call"'))).toBe(true)
  // One more than the refreshes seen: the last answer may be on its way.
  expect(requests.length).toBeLessThanOrEqual(blocks.size + 1)
})
