import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commentsOf, isNode, parseSource, type SyntaxNode, visit } from './brand/testing/syntax'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Where a text is read: on screen, in a comment of the code, or in a document. */
type Place = 'screen' | 'comment' | 'doc'

interface Rule {
  readonly pattern: RegExp
  readonly reason: string
  readonly places: readonly Place[]
}

const EVERYWHERE: readonly Place[] = ['screen', 'comment', 'doc']
const READ_BY_USERS: readonly Place[] = ['screen', 'doc']

const RULES: readonly Rule[] = [
  {
    pattern: /\b(some|any|no)body\b/i,
    reason: 'someone, anyone, no one, or the actor',
    places: EVERYWHERE,
  },
  { pattern: /\bwho(m)?ever\b/i, reason: 'name the actor', places: EVERYWHERE },
  {
    pattern:
      /\banew\b|\bnoughts?\b|\bin vain\b|\bhence\b|\bthereof\b|\btherein\b|\bhitherto\b|\blest\b/i,
    reason: 'archaic',
    places: EVERYWHERE,
  },
  {
    pattern: /\b(seldom|yonder|likewise|rightly|dearer|scolded|foremost|hardly|next to no(ne)?)\b/i,
    reason: 'archaic',
    places: EVERYWHERE,
  },
  { pattern: /\bby itself\b/i, reason: 'automatically, or on its own', places: EVERYWHERE },
  { pattern: /\bof now\b/i, reason: 'current', places: EVERYWHERE },
  { pattern: /\bfrom now\b/i, reason: 'in N rebalances', places: READ_BY_USERS },
  {
    pattern: /\bput (it |this |the rest |things? )?aside\b/i,
    reason: 'dismiss',
    places: EVERYWHERE,
  },
  {
    pattern: /\bbegin again\b|\bbegun\b|\bgo(es)? on with\b/i,
    reason: 'start again, started, continue',
    places: EVERYWHERE,
  },
  { pattern: /\bgo(es)? on\b/i, reason: 'continue', places: READ_BY_USERS },
  { pattern: /\ball the same\b/i, reason: 'still', places: EVERYWHERE },
  {
    pattern: /\bfor good\b|\bat once\b|\bmeanwhile\b|\bbesides\b/i,
    reason: 'permanently, immediately, also',
    places: READ_BY_USERS,
  },
  {
    pattern:
      /\b(does|do|did) not answer\b|\bgives? no (usable )?answer\b|\b(is|are) asked\b|\basked (again|for|before)\b|\bit is tried again\b/i,
    reason: 'isn’t responding; retrying',
    places: READ_BY_USERS,
  },
  {
    pattern: /\bstands?\b(?!-)|\bstood\b/i,
    reason: 'is, is shown, see above',
    places: READ_BY_USERS,
  },
  {
    pattern: /\brefus(e|ed|es|al|ing)\b/i,
    reason: 'contracts revert or fail, users reject',
    places: READ_BY_USERS,
  },
  { pattern: /\bdeclin(e|ed|es)\b/i, reason: 'reject', places: READ_BY_USERS },
  { pattern: /\bmoney\b/i, reason: 'funds, balance, settlement tokens', places: READ_BY_USERS },
  { pattern: /\bpromis(e|ed|es)\b/i, reason: 'projected', places: READ_BY_USERS },
  {
    pattern: /\bif the index stays\b|\bstays where it is\b|\bthat stays\b/i,
    reason: 'if the index doesn’t move',
    places: READ_BY_USERS,
  },
  { pattern: /\byou get\b|\bgets? out\b/i, reason: 'you receive', places: READ_BY_USERS },
  {
    pattern: /\b(is|are|was|be|been|being) (told|said|spoken)\b/i,
    reason: 'shows, returns, reports',
    places: READ_BY_USERS,
  },
  {
    pattern: /\b(is not|is|are|was) there( already)?\b(?! (is|are|a|an|no)\b)/i,
    reason: 'exists, already approved',
    places: ['screen'],
  },
  {
    pattern: /\bperform (it|all)\b/i,
    reason: 'Rebalance now, Rebalance all',
    places: ['screen'],
  },
  { pattern: /\bnot before\b/, reason: 'earliest execution', places: ['screen'] },
  { pattern: /\bupkeeps?\b/i, reason: 'rebalance', places: ['screen'] },
  { pattern: /\bpoll(s|ed)?\b/i, reason: 'sample', places: ['screen'] },
  { pattern: /\d\s%(?![a-z(])/, reason: '25%, without a space', places: EVERYWHERE },
  {
    pattern: /\b(Getting there|Nobody to look at|What it takes to live|A market of one)\b/,
    reason: 'Deposit, Withdraw, No account selected, Create a market',
    places: EVERYWHERE,
  },
]

/**
 * Texts that say a banned word for a reason: each of them, where it is written.
 */
const ALLOWED: readonly string[] = [
  // Quoted from an article, beside what the contracts do.
  'perpetually without upkeep',
]

/** Files whose words are still to be replaced. The list only gets shorter, and ends empty. */
const NOT_YET: readonly string[] = []

/** What the contracts revert with, and signatures: not ours to word. */
const NOT_TEXT = /^(event|function|error|struct|constructor|tuple) ?|^ERC20: |^SafeERC20: /

interface Text {
  readonly file: string
  readonly place: Place
  readonly text: string
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

function textsOf(file: string): Text[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  if (file.endsWith('.md')) return proseOf(source).map((text) => ({ file, place: 'doc', text }))
  const comments: Text[] = commentsOf(file, source).map((text) => ({
    file,
    place: 'comment',
    text,
  }))
  return isShipped(file) ? [...comments, ...screenTexts(file, source)] : comments
}

/** Paragraphs of a document, without code. */
function proseOf(markdown: string): string[] {
  return markdown
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/`[^`]*`/g, '')
    .split(/\n\s*\n|\n(?=[-|#])/)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** Whether what it says can reach a person: tests, their helpers, ABIs and bytecode cannot. */
function isShipped(file: string): boolean {
  return !/\.test\.tsx?$|\/testing\/|\/fake|[aA]bi\.ts$|\/poolLens\.ts$|\/protocol\//.test(file)
}

/** String literals, fixed parts of templates and JSX text of two words or more. */
function screenTexts(file: string, source: string): Text[] {
  const texts: string[] = []
  visit(parseSource(file, source), (node, above) => {
    const text = textIn(node)
    if (text === undefined || above.some(isImportOrType) || NOT_TEXT.test(text)) return
    if (isProse(text) && !isClassName(above)) texts.push(text.replaceAll(/\s+/g, ' ').trim())
  })
  return texts.map((text) => ({ file, place: 'screen', text }))
}

function textIn(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' || node.type === 'JSXText')
    return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'TemplateElement') return undefined
  return String((node.value as { raw: string }).raw)
}

function isProse(text: string): boolean {
  return /[A-Za-z’]+[,;:.]?\s+[A-Za-z]/.test(text)
}

function isImportOrType({ type }: SyntaxNode): boolean {
  return /^(Import|Export(All|Named)|TS)/.test(type) && !/^TS(As|Satisfies|NonNull)/.test(type)
    ? type !== 'ExportNamedDeclaration'
    : false
}

function isClassName(above: readonly SyntaxNode[]): boolean {
  return above.some(
    ({ type, name, key }) =>
      (type === 'JSXAttribute' && isNode(name) && /className|^d$/i.test(String(name.name))) ||
      (type === 'Property' && isNode(key) && /className/i.test(String(key.name))),
  )
}

const FILES = [
  ...filesBelow('src').filter((file) => /\.tsx?$/.test(file) && file !== 'src/plainWords.test.ts'),
  ...filesBelow('docs').filter((file) => file.endsWith('.md')),
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
]

/** Each banned word, with the sentence it is in and what to write instead. */
function offences(texts: readonly Text[]): string[] {
  return texts.flatMap(({ file, place, text }) =>
    RULES.filter(({ pattern, places }) => places.includes(place) && pattern.test(text))
      .filter(() => !ALLOWED.some((allowed) => text.includes(allowed)))
      .map(({ pattern, reason }) => {
        const { index = 0 } = pattern.exec(text) ?? {}
        return `${file} (${place}): …${text.slice(Math.max(0, index - 40), index + 50)}… → ${reason}`
      }),
  )
}

describe('the words of code, docs and screens', () => {
  const found = new Map(FILES.map((file) => [file, offences(textsOf(file))]))

  it('are plain', () => {
    const all = [...found].flatMap(([file, each]) => (NOT_YET.includes(file) ? [] : each))
    expect(all).toEqual([])
  })

  it('leave no file on the list that is plain already', () => {
    expect(NOT_YET.filter((file) => (found.get(file) ?? []).length === 0)).toEqual([])
  })

  it.each<[text: string, place: Place]>([
    ['Anybody can add a pool', 'doc'],
    ['It is read anew', 'comment'],
    ['The contract refused this', 'screen'],
    ['25 % of it', 'screen'],
    ['The next upkeep', 'screen'],
  ])('would fail with “%s” (%s)', (text, place) => {
    expect(offences([{ file: 'x.ts', place, text }])).toHaveLength(1)
  })

  it('are found in literals, templates and JSX, and not in class names or types', () => {
    const source = [
      "type Kind = 'a type’s text'",
      'const one = `again and again`',
      'const two = <p className="mt-2 text-muted" title="a title">some text</p>',
    ].join('\n')
    expect(screenTexts('x.tsx', source).map(({ text }) => text)).toEqual([
      'again and again',
      'a title',
      'some text',
    ])
  })
})
