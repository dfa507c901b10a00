/** The details of a pool that stand behind tabs, as the URL names them. */
export const POOL_TABS = ['sides', 'queue', 'history', 'parameters', 'contracts'] as const

export type PoolTab = (typeof POOL_TABS)[number]

/** The tab that a URL asks for; the first for whatever else stands there. */
export function toPoolTab(text: string | null): PoolTab {
  return POOL_TABS.find((tab) => tab === text) ?? POOL_TABS[0]
}

/** The tab that a key leads to from another, as tab lists do everywhere; undefined for other keys. */
export function tabAfterKey(tab: PoolTab, key: string): PoolTab | undefined {
  const index = POOL_TABS.indexOf(tab)
  switch (key) {
    case 'ArrowRight':
      return POOL_TABS[(index + 1) % POOL_TABS.length]
    case 'ArrowLeft':
      return POOL_TABS.at(index - 1)
    case 'Home':
      return POOL_TABS[0]
    case 'End':
      return POOL_TABS.at(-1)
    default:
      return undefined
  }
}
