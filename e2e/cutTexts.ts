import type { Page } from '@playwright/test'

/** Texts that stick out of what is around them, where that neither scrolls nor ends with an ellipsis on purpose. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const element = node.parentElement
      if (
        !node.nodeValue?.trim() ||
        element?.checkVisibility({ visibilityProperty: true }) !== true
      )
        continue
      if (element.closest('.sr-only, svg, option') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, width } = range.getBoundingClientRect()
      for (let box: Element | null = element; width > 0 && box !== null; box = box.parentElement) {
        const { display, overflowX, textOverflow } = getComputedStyle(box)
        if (textOverflow === 'ellipsis' || /auto|scroll/.test(overflowX)) break
        if (display === 'inline' || display === 'contents') continue
        const around = box.getBoundingClientRect()
        if (left >= around.left - 1 && right <= around.right + 1) continue
        cut.push(`“${node.nodeValue.trim()}” in ${box.tagName} at ${around.left}–${around.right}`)
        break
      }
    }
    return cut
  })
}
