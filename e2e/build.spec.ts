import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from './builds'
import { expect, test } from './fixtures'
import { serveApp } from './serveApp'
import { blocksPass } from './shownBlock'

test('the build holds nothing of the devnet or its wallets', async ({ devnet }) => {
  const folder = buildFolder('neutral')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|html)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(10)
  const traces = [
    'announceDevnetWallets',
    'dev.perpetual-pools',
    '· devnet',
    'test test test test',
    // The governor of the devnet's markets is a part that its builds are told to know.
    ...devnet.deployment.accounts
      .filter(({ name }) => name !== 'Deployer')
      .map(({ address }) => address.slice(2).toLowerCase()),
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
  const served = await serveApp(buildFolder('neutral'), devnet.rpcUrl, { basePath: '/ipfs/bafy/' })
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
  await expect(page.locator('[data-market]')).toHaveCount(devnet.deployment.markets.length)
  // What is read once has been read by then.
  await blocksPass(page, 3)
  await page.evaluate(() => {
    const refreshes = { count: 0 }
    Object.assign(window, { refreshes })
    const status = document.querySelector('[data-block]')
    if (status === null) throw new Error('The page shows no block')
    new MutationObserver(() => {
      refreshes.count += 1
    }).observe(status, { attributeFilter: ['data-block'] })
  })
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') requests.push(request.postData() ?? '')
  })
  await blocksPass(page, 5)
  const sent = [...requests]
  const refreshes = await page.evaluate(
    () => (window as unknown as { refreshes: { count: number } }).refreshes.count,
  )
  expect(sent.length).toBeGreaterThanOrEqual(2)
  expect(sent.every((body) => body.includes('"eth_call"'))).toBe(true)
  // One more than the refreshes seen: the last answer may be on its way.
  expect(sent.length).toBeLessThanOrEqual(refreshes + 1)
})
