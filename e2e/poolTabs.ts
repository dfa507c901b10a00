import type { Locator, Page } from '@playwright/test'

/** What the tab of a pool's details with that name holds, for as long as it is the open one. */
export function tabPanel(page: Page, name: string): Locator {
  return page.getByRole('tabpanel', { name, exact: true })
}

/** Opens a tab of a pool's details. Gives what it holds. */
export async function openTab(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click()
  return tabPanel(page, name)
}
