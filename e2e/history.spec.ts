import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { concatHex, encodeErrorResult, type Hex, parseAbi } from 'viem'
import { getCode } from 'viem/actions'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { passUpkeeps } from './chainState'
import { expect, livedTest as test } from './fixtures'
import { misbehave } from './misbehave'
import { openTab } from './poolTabs'
import { RPC_PATH } from './serveApp'

test.use({ pace: { keeper: false } })

const historyOf = (page: Page) => page.getByRole('region', { name: 'History' })
const isRead = (page: Page) => historyOf(page).getByText(/^\d+ rebalances\./)

test('the past shows its progress, and after a reload only what is new is asked for', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const windows: number[] = []
  let release = () => {}
  const hold = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**${RPC_PATH}`, async (route) => {
    const body = route.request().postData() ?? ''
    const from = /"fromBlock":"(0x[0-9a-f]+)"/.exec(body)?.[1]
    if (from !== undefined) {
      windows.push(Number(from))
      await hold
    }
    await route.continue()
  })
  await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
  await expect(historyOf(page).getByText(/^Loading history, \d+/)).toBeVisible()
  release()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  const read = await isRead(page).textContent()
  const oldest = Math.min(...windows)
  const head = Number(await devnet.client.getBlockNumber())
  expect(head - oldest).toBeGreaterThan(100)

  windows.length = 0
  await page.reload()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  expect(Math.min(...windows)).toBeGreaterThan(head - 20)
  expect(Number.parseInt((await isRead(page).textContent()) ?? '', 10)).toBeGreaterThanOrEqual(
    Number.parseInt(read ?? '', 10) - 1,
  )
})

test('a reorganisation replaces the newest rebalance on the screen', async ({ app, devnet }) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const { page } = app
  await app.openPool(market)
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  const past = await openTab(page, 'Rebalances')
  const newest = past.getByRole('row').nth(1)
  const id = await rpc(devnet, 'evm_snapshot', [])
  await devnet.setPrice('BTC', 98_765)
  await passUpkeeps(devnet, market)
  await expect(newest).toContainText('98,765')

  await rpc(devnet, 'evm_revert', [id])
  await devnet.setPrice('BTC', 95_432)
  await passUpkeeps(devnet, market)
  await expect(newest).toContainText('95,432')
  await expect(past).not.toContainText('98,765')
})

for (const [trouble, script] of [
  [
    'is forbidden',
    () =>
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      }),
  ],
  [
    'is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    },
  ],
] as const)
  test(`the past is read also where the browser’s storage ${trouble}`, async ({ app, devnet }) => {
    const { page } = app
    await page.addInitScript(script)
    await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
    await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
    expect(Number.parseInt((await isRead(page).textContent()) ?? '', 10)).toBeGreaterThan(100)
  })

test('what is still being read is called partial, in the list and in the file', async ({
  app,
  devnet,
}) => {
  const { page } = app
  let isHeld = false
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const top = await devnet.client.getBlockNumber()
  await misbehave(page, async ({ method, params }) => {
    if (method !== 'eth_getLogs') return undefined
    const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
    if (BigInt(toBlock) - BigInt(fromBlock) >= 40n)
      return { error: { code: -32_614, message: 'eth_getLogs is limited to a 40 range' } }
    // The newest blocks come, what lies below them waits.
    if (BigInt(fromBlock) > top - 80n) return undefined
    isHeld = true
    await held
    return undefined
  })
  await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
  const history = historyOf(page)
  const past = await openTab(page, 'Rebalances')
  await expect.poll(() => isHeld, { timeout: 30_000 }).toBe(true)
  await history.getByText('All', { exact: true }).click()
  await expect(history.getByRole('button', { name: 'CSV, partial' })).toBeEnabled()
  await expect(history.getByRole('status')).toContainText(/Loaded back to .+ so far/)
  await expect(past.getByText(/^Since .*, so far\. Loading history/)).toBeVisible()
  const download = page.waitForEvent('download')
  await history.getByRole('button', { name: 'CSV, partial' }).click()
  expect((await download).suggestedFilename()).toMatch(/^rebalances-0x.*-partial\.csv$/)

  release()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  await expect(past.getByText(/^Since .*, the pool’s first rebalance\.$/)).toBeVisible()
  const whole = page.waitForEvent('download')
  await history.getByRole('button', { name: 'CSV', exact: true }).click()
  const file = await whole
  expect(file.suggestedFilename()).toMatch(/^rebalances-0x[^-]*\.csv$/)
  const [head = '', line = ''] = (await readFile(await file.path(), 'utf8')).split('\n')
  expect(head).toMatch(/,pool_size,skew$/)
  expect(Number(line.split(',').at(-1))).toBeGreaterThan(0)
})

test('each rebalance is marked in every view, times differ, and the table tells past and projection apart', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await page.setViewportSize({ width: 390, height: 844 })
  await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  const history = historyOf(page)
  for (const range of ['1 h', '6 h', '7 d', 'All']) {
    await history.getByText(range, { exact: true }).click()
    await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
    const marks = history.locator('.rebalance-ticks')
    await expect(marks).toHaveAttribute('d', /^M/)
    const labels = history.locator('.recharts-xAxis-tick-labels text')
    await expect(labels.first()).toBeVisible()
    const texts = await labels.allTextContents()
    expect(new Set(texts).size).toBe(texts.length)
  }
  await expect(history.getByText('now', { exact: true })).toBeVisible()

  // All of the switch is in view on a phone.
  const last = history.getByText('Rate', { exact: true })
  await last.scrollIntoViewIfNeeded()
  const box = await last.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  await last.click()
  await history.getByRole('button', { name: 'Table' }).click()
  const table = history.getByRole('table')
  await expect(table.getByRole('columnheader', { name: 'Skew', exact: true })).toBeVisible()
  await expect(
    table.getByText(/^Projection: if the index doesn’t move from [\d,.]+ USD/),
  ).toBeVisible()
  const newest = table.getByRole('rowgroup').last().getByRole('row').nth(1)
  await expect(newest.getByRole('cell').last()).toHaveAttribute('data-tip', /^\d\.\d{5,18}$/)
})

test('a pool that averages calls its price an SMA', async ({ app, devnet }) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-BTC/USD+USDC'))
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  await expect(historyOf(page).getByText('Price used (SMA)', { exact: true })).toBeVisible()
  await expect(historyOf(page).getByText('Index price', { exact: true })).toHaveCount(0)
  const past = await openTab(page, 'Rebalances')
  await expect(past.getByRole('columnheader', { name: 'Price used (SMA) USD' })).toBeVisible()
  await expect(past.getByRole('columnheader', { name: 'Management fee USDC' })).toBeVisible()
})

test('a rebalance that failed is shown with its reason', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  const address = market.committer
  const code = await getCode(devnet.client, { address })
  await rpc(devnet, 'anvil_setCode', [address, revertWith('price == 0')])
  await devnet.increaseTime(market.updateIntervalSec)
  await devnet.upkeep([market.pool])
  await rpc(devnet, 'anvil_setCode', [address, code])

  await app.openPool(market)
  const past = await openTab(page, 'Rebalances')
  const newest = past.getByRole('row').nth(1)
  await expect(newest).toContainText('Failed: price == 0', { timeout: 30_000 })
  await passUpkeeps(devnet, market)
  await expect(past.getByRole('row').nth(2)).toContainText('price == 0')
})

test('a pool that no one has upkept for longer than the range is drawn: as it stands, and as it would be', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  await devnet.setPrice('BTC', 99_000)
  await devnet.increaseTime(2 * 3_600)
  await app.openPool(market)
  const history = historyOf(page)
  await history.getByText('1 h', { exact: true }).click()
  await expect(history.getByText('0 rebalances.', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(
    history.getByText(/from the ring on: if \d+ overdue rebalances are performed now/),
  ).toBeVisible()
  await expect(history.getByText('now', { exact: true })).toBeVisible()
  // What is drawn never stands upright, as if time had passed: each curve goes on to the right.
  const paths = await history
    .locator('path.recharts-line-curve')
    .evaluateAll((curves) => curves.map((curve) => curve.getAttribute('d') ?? ''))
  const drawn = paths.filter((path) => path.includes('L'))
  expect(drawn.length).toBeGreaterThanOrEqual(2)
  for (const path of drawn) {
    const places = [...path.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x))
    expect(places.every((x, index) => index === 0 || x > (places[index - 1] ?? 0))).toBe(true)
  }
  await history.getByRole('button', { name: 'Table' }).click()
  await expect(history.getByRole('rowheader', { name: /^now, if \d+ overdue/ })).toBeVisible()
  await expect(history.getByText('Past: no rebalances in this range')).toBeAttached()
})

/** A contract that does nothing but refuse, with a reason. */
function revertWith(reason: string): Hex {
  const answer = encodeErrorResult({ abi: parseAbi(['error Error(string)']), args: [reason] })
  // Copies the hundred bytes that stand behind these eleven, and reverts with them.
  return concatHex(['0x606480600b6000396000fd', answer])
}

function rpc({ client }: Devnet, method: string, params: readonly unknown[]): Promise<unknown> {
  return client.request({ method, params } as never)
}
