import type { Locator, Page } from '@playwright/test'

/** Elements whose tooltip says exactly this: an exact value, a whole hash or address, an explanation. */
export function tipped(place: Page | Locator, text: string): Locator {
  return place.locator(`[data-tip=${JSON.stringify(text)}]`)
}
