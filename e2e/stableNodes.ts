import type { Page } from '@playwright/test'

/** What has become of the elements that can be clicked, since they were noted; each by its role and name. */
interface Changes {
  /** Another element stands in its place, or it was taken out and put in again: a press on it is lost. */
  readonly replaced: readonly string[]
  /** It could be pressed, and could not for some time. */
  readonly disabled: readonly string[]
  /** From where on the page to where. */
  readonly moved: readonly string[]
}

interface Watch {
  findChanges(): Changes
}

/** Notes every element that can be clicked, and where it is. Gives their number. */
export function watchClickable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const CLICKABLE =
      'a[href], button, input, select, summary, [role=button], [role=tab], [role=radio], [role=checkbox], [role=switch], [role=option], [role=menuitem]'
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ??
      ('labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined) ??
      element.textContent
    /** Empty for what has no name. */
    const saidOf = (element: Element) => {
      const name = nameOf(element)?.trim() ?? ''
      const role = element.getAttribute('role') ?? element.localName
      // Rows have the same buttons, and one row may drop out of a list as another comes.
      const row = element.closest('tr')?.querySelector('th')?.textContent
      return name === '' ? '' : `${role} “${name}”${row === undefined ? '' : ` of ${row}`}`
    }
    const shown = () =>
      [...document.querySelectorAll(CLICKABLE)].filter(
        (element) => element.checkVisibility() && saidOf(element) !== '',
      )
    const placeOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const isPinned = element.closest('header, .sticky') !== null
      const [left, top] = isPinned ? [x, y] : [x + scrollX, y + scrollY]
      return [left, top, width, height].map(Math.round).join()
    }
    const count = (saids: readonly string[]) => {
      const counts = new Map<string, number>()
      for (const said of saids) counts.set(said, (counts.get(said) ?? 0) + 1)
      return counts
    }

    const noted = shown().map((element) => ({
      element,
      said: saidOf(element),
      place: placeOf(element),
      isEnabled: !element.matches(':disabled'),
    }))
    const takenOut = new Set<Element>()
    const disabled = new Set<Element>()
    const observer = new MutationObserver((records) => {
      for (const { type, target, removedNodes } of records)
        if (type === 'attributes') disabled.add(target as Element)
        else
          for (const { element } of noted)
            for (const node of removedNodes) if (node.contains(element)) takenOut.add(element)
    })
    observer.observe(document.body, {
      ...{ childList: true, subtree: true, attributeFilter: ['disabled'] },
    })

    const findChanges = (): Changes => {
      observer.disconnect()
      const left = noted.filter(({ element }) => !takenOut.has(element))
      const now = count(shown().map(saidOf))
      const kept = count(
        left.filter(({ element, said }) => saidOf(element) === said).map(({ said }) => said),
      )
      const before = count(noted.map(({ said }) => said))
      return {
        replaced: [...before]
          .filter(([said, number]) => (kept.get(said) ?? 0) < Math.min(number, now.get(said) ?? 0))
          .map(([said]) => said),
        disabled: noted.flatMap(({ element, said, isEnabled }) =>
          isEnabled && disabled.has(element) ? said : [],
        ),
        moved: left.flatMap(({ element, said, place }) => {
          const to = placeOf(element)
          return element.checkVisibility() && to !== place ? `${said}: ${place} → ${to}` : []
        }),
      }
    }
    Object.assign(window, { stableNodes: { findChanges } satisfies Watch })
    return noted.length
  })
}

/** What has changed since they were noted. */
export function findChanges(page: Page): Promise<Changes> {
  return page.evaluate(() =>
    (window as unknown as { stableNodes: Watch }).stableNodes.findChanges(),
  )
}
