import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isNode, parseSource, type SyntaxNode, textOf, visit } from './brand/testing/syntax'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Two words of letters with a space between them: a sentence or a label that belongs in the feature's content module. */
const TWO_WORDS = /\p{L}[\p{L}’']*[,;:.]?\s+\p{L}/u

/** Attributes whose value no one reads. */
const NOT_READ =
  /^(\w*[cC]lass(Name)?|href|to|d|key|id|htmlFor|style|type|role|rel|target|viewBox|points|transform|fill|stroke\w*|preserveAspectRatio|autoComplete|inputMode|pattern|look|data-.*|aria-(controls|describedby|labelledby|owns))$/

interface Literals {
  /** JSX text, and attributes that are a literal. */
  readonly markup: readonly string[]
  /** Literals in `{…}`, such as both ends of a condition. */
  readonly expressions: readonly string[]
}

function literalsOf(file: string, source: string): Literals {
  const markup: string[] = []
  const expressions: string[] = []
  visit(parseSource(file, source), (node, above) => {
    const text = node.type === 'JSXText' ? String(node.value) : textOf(literal(node))
    if (text === undefined || !TWO_WORDS.test(text) || isUnread(above)) return
    const [parent] = above
    const isMarkup = node.type === 'JSXText' || parent?.type === 'JSXAttribute'
    if (isMarkup) markup.push(squeezed(text))
    else if (isInMarkup(above)) expressions.push(squeezed(text))
  })
  return { markup, expressions }
}

/** Only the literals themselves: `textOf` also looks through what wraps them. */
function literal(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === 'Literal' || node.type === 'TemplateLiteral' ? node : undefined
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function isUnread(above: readonly SyntaxNode[]): boolean {
  const attribute = above.find(({ type }) => type === 'JSXAttribute' || type === 'JSXElement')
  if (attribute?.type !== 'JSXAttribute') return false
  // `xlink:href` has a name of two parts.
  const { name } = attribute
  return isNode(name) && NOT_READ.test(typeof name.name === 'string' ? name.name : 'href')
}

/** Whether the nearest function or element above is an element: what a callback in it computes is not markup. */
function isInMarkup(above: readonly SyntaxNode[]): boolean {
  const nearest = above.find(({ type }) => /Function|^JSX(Element|Fragment)$/.test(type))
  return nearest?.type.startsWith('JSX') ?? false
}

const FILES = ['src/features', 'src/app/routes']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  .filter((file) => /(?<!\.test)\.tsx$/.test(file) && !file.endsWith('/content.tsx'))

describe('a feature’s components hold no sentences', () => {
  const found = new Map(
    FILES.map((file) => [file, literalsOf(file, readFileSync(join(ROOT, file), 'utf8'))]),
  )

  it.each(['markup', 'expressions'] as const)('in %s', (kind) => {
    const all = [...found].flatMap(([file, literals]) =>
      literals[kind].map((text) => `${file}: ${text}`),
    )
    expect(all).toEqual([])
  })

  it('tells sentences from words, class names and values', () => {
    const source = `
      const label = 'not in markup'
      const one = (
        <Row label="In your wallet" className="mt-2 flex" note={\`Fee of \${fee} paid\`}>
          Claim
          <p title={isOpen ? 'Show all markets' : 'Less'}>Your {figure} in escrow</p>
          <Button onClick={() => send('two words')} path="M0 0" />
        </Row>
      )`
    expect(literalsOf('x.tsx', source)).toEqual({
      markup: ['In your wallet', 'in escrow'],
      expressions: ['Fee of … paid', 'Show all markets'],
    })
  })
})
