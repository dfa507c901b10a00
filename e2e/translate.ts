import type { Page } from '@playwright/test'

/** Puts every text of the page into two `<font>` elements, as browsers' translators do, but for what is marked as not to be translated. */
export function translate(page: Page): Promise<number> {
  return page.evaluate(() => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    const meant = texts.filter(
      ({ nodeValue, parentElement }) =>
        nodeValue?.trim() !== '' &&
        parentElement !== null &&
        parentElement.closest('[translate="no"], script, style, svg, option') === null,
    )
    for (const text of meant) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = text.nodeValue
      outer.append(inner)
      text.replaceWith(outer)
    }
    return meant.length
  })
}
