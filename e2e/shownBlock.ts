import { expect, type Page } from '@playwright/test'

/** The block that the page shows. */
async function shownBlock(page: Page): Promise<bigint> {
  return BigInt((await page.locator('[data-block]').getAttribute('data-block')) ?? -1)
}

/** Waits until the page shows this block or a later one. */
export async function seeBlock(page: Page, block: bigint): Promise<void> {
  await expect.poll(() => shownBlock(page)).toBeGreaterThanOrEqual(block)
}

/** Waits until the page has shown so many new blocks, one after the other. */
export async function seeBlocks(page: Page, count: number): Promise<void> {
  for (let seen = 0; seen < count; seen++) await seeBlock(page, (await shownBlock(page)) + 1n)
}
