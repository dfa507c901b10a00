import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { RPC_PATH } from './serveApp'

async function shownBlock(page: Page): Promise<number> {
  const text = await page.locator('[data-block]').getAttribute('data-block')
  return Number(text)
}

/** Waits until so many further blocks have been read. */
async function blocksGoOn(page: Page, blocks: number): Promise<void> {
  const before = await shownBlock(page)
  await expect.poll(() => shownBlock(page)).toBeGreaterThanOrEqual(before + blocks)
}

/** How often the page's own thread has asked the node. */
function askedByPage(page: Page): Promise<number> {
  return page.evaluate(
    (path) =>
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(path)).length,
    RPC_PATH,
  )
}

test('the chain is read on a thread beside the page, and by the page when that ends', async ({
  app,
}) => {
  const { page } = app
  await app.open()
  const thread = await page.waitForEvent('worker')
  const isReady = () => thread.evaluate('self.onmessage !== null')
  await expect.poll(isReady).toBe(true)
  await blocksGoOn(page, 2)
  const atFirst = await askedByPage(page)
  expect(atFirst).toBeGreaterThan(0)
  await blocksGoOn(page, 3)
  expect(await askedByPage(page)).toBe(atFirst)

  await thread.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken')
    })
  })
  await blocksGoOn(page, 3)
  expect(await askedByPage(page)).toBeGreaterThan(atFirst)
  expect(page.workers()).toEqual([])
})

test('where threads cannot be had the page reads the chain itself', async ({ app }) => {
  const { page } = app
  await page.route('**/rpcWorker*', (route) => route.abort())
  const refused = page.waitForRequest('**/rpcWorker*')
  await app.open()
  await refused
  await blocksGoOn(page, 4)
})
