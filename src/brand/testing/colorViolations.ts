import { isNode, nameOf, type SyntaxNode, textOf, visit } from './syntax'

const HEX = /(^|[\s"'(:,[])#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])/i
const FUNCTION = /\b(rgba?|hsla?|hwb|(ok)?lab|(ok)?lch)\(\s*[-+.\d]/i
/** Where `#` begins the name of a place, not a colour. */
const PLACES: ReadonlySet<string> = new Set(['href', 'to', 'xlinkHref', 'id'])

/** Whether a source names a colour by its digits. Comments and the page’s own sentences do not count. */
export function hasOwnColor(program: SyntaxNode): boolean {
  let isFound = false
  visit(program, (node, above) => {
    const text = textOf(node)
    if (text === undefined || isPlace(above[0])) return
    const shown = text.replaceAll(/url\(#[^)]*\)/g, '')
    if (HEX.test(shown) || FUNCTION.test(shown)) isFound = true
  })
  return isFound
}

function isPlace(parent: SyntaxNode | undefined): boolean {
  const name = parent?.type === 'JSXAttribute' && isNode(parent.name) ? parent.name.name : undefined
  const key = parent?.type === 'Property' ? nameOf(parent.key) : undefined
  return PLACES.has(String(name ?? key))
}
