import { expect, type Page } from '@playwright/test'
import type { Devnet } from '../devnet/devnet'

/** The number of the block that the page shows. */
export async function shownBlock(page: Page): Promise<number> {
  return Number(await page.locator('[data-block]').getAttribute('data-block'))
}

/** Waits until the page knows what the chain knows now. */
export async function untilUpToDate(page: Page, { client }: Devnet): Promise<void> {
  const head = Number(await client.getBlockNumber())
  await expect.poll(() => shownBlock(page)).toBeGreaterThanOrEqual(head)
}

/**
 * Waits until the page shows a block that is so many later than the one it shows now.
 *
 * @param begin Makes the blocks, where they do not come by themselves
 */
export async function blocksPass(
  page: Page,
  count: number,
  begin: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  await expect(page.locator('[data-block]')).toBeVisible()
  const before = await shownBlock(page)
  await begin()
  await expect.poll(() => shownBlock(page)).toBeGreaterThanOrEqual(before + count)
}
