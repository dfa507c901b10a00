/** Texts that a translator has taken out of the page, and what it has put in their places. */
const standIns = new WeakMap<Node, ChildNode>()

/**
 * Keeps the app working while the page is translated. React holds on to its text nodes: one that a translator has replaced would go on
 * changing out of sight, and to remove it would be an error. So a text that changes comes back in the place of its translation, which
 * is out of date then, and what React does to a missing text is done to its stand-in.
 *
 * @param missed What changed in the page before this code had come
 * @param texts What the nodes said that were taken out meanwhile
 */
export function surviveTranslation(
  missed: readonly MutationRecord[],
  texts: ReadonlyMap<Node, string | null>,
): void {
  const changes = new MutationObserver((records) => {
    for (const { target } of records) putBack(target)
  })
  const note = (records: readonly MutationRecord[]) => {
    for (const record of records)
      for (const added of record.addedNodes) {
        const text = added.nodeName === 'FONT' ? replacedText(record) : undefined
        if (text === undefined) continue
        standIns.set(text, added as ChildNode)
        changes.observe(text, { characterData: true })
        if (texts.has(text) && texts.get(text) !== text.nodeValue) putBack(text)
      }
  }
  note(missed)
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true })
  patchNode()
}

/** The text that made way for what was added: replaced at once, or taken out after. */
function replacedText({ target, removedNodes, nextSibling, previousSibling }: MutationRecord) {
  return [...removedNodes, nextSibling, previousSibling].find(
    (node): node is Text => node instanceof Text && node.parentNode !== target,
  )
}

function putBack(text: Node): void {
  const standIn = standIns.get(text)
  // One that the translator has only moved changes in sight.
  if (text.isConnected || standIn === undefined) return
  standIn.replaceWith(text)
  standIns.delete(text)
}

/** What is in the page for a node that React means. */
function present(parent: Node, node: Node): Node | undefined {
  if (node.parentNode === parent) return node
  const standIn = standIns.get(node)
  return standIn?.parentNode === parent ? standIn : undefined
}

function patchNode(): void {
  const { removeChild, insertBefore, appendChild } = Node.prototype
  Object.assign(Node.prototype, {
    removeChild(this: Node, child: Node) {
      const shown = present(this, child)
      standIns.delete(child)
      return shown === undefined && child.parentNode === null
        ? child
        : removeChild.call(this, shown ?? child)
    },
    insertBefore(this: Node, node: Node, before: Node | null) {
      dropStandIn(node)
      return insertBefore.call(this, node, before && (present(this, before) ?? null))
    },
    appendChild(this: Node, node: Node) {
      dropStandIn(node)
      return appendChild.call(this, node)
    },
  })
}

/** A text that React moves comes back itself. */
function dropStandIn(node: Node): void {
  standIns.get(node)?.remove()
  standIns.delete(node)
}
