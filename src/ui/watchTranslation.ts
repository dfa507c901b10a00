/**
 * Notices when a translator puts `<font>` elements in the place of texts, as the browsers' own do, and then fetches what keeps the app
 * working under it.
 */
export function watchTranslation(): void {
  let records: MutationRecord[] = []
  const texts = new Map<Node, string | null>()
  const note = (news: readonly MutationRecord[]) => {
    records.push(...news)
    for (const { removedNodes } of news)
      for (const node of removedNodes) texts.set(node, node.nodeValue)
  }
  const observer = new MutationObserver((news) => {
    const isFirst = records.length === 0
    if (isFirst && !news.some(hasFont)) return
    note(news)
    if (!isFirst) return
    import('./translation/surviveTranslation').then(
      ({ surviveTranslation }) => {
        note(observer.takeRecords())
        observer.disconnect()
        surviveTranslation(records, texts)
      },
      // Tried again at the next text.
      () => {
        records = []
      },
    )
  })
  observer.observe(document.body, { childList: true, subtree: true })
}

function hasFont({ addedNodes }: MutationRecord): boolean {
  return [...addedNodes].some(({ nodeName }) => nodeName === 'FONT')
}
