import { bare, isNode, meaningfulParent, nameOf, type SyntaxNode, textOf, visit } from './syntax'

/** Fields that are there to be compared with what the chain says; with nothing that is written in the code. */
const DATA: ReadonlySet<string> = new Set(['defaultSettlementToken', 'featuredMarkets', 'treasury'])
/** Switches: asking them is what they are for. */
const SWITCHES = 'features'
/** What may be done with a list of the edition. */
const LISTING: ReadonlySet<string> = new Set(['map', 'flatMap', 'forEach'])
const SEARCHING =
  /^(test|exec|includes|has|get|(lastI|i)ndexOf|find(Last)?(Index)?|some|every|filter|startsWith|endsWith|match(All)?|search|localeCompare|is.*Equal.*|is.*Same.*)$/i
const COMPARING: ReadonlySet<string> = new Set([
  '===',
  '!==',
  '==',
  '!=',
  'in',
  '<',
  '>',
  '<=',
  '>=',
])

export const TAKES_WHOLE =
  'takes the edition as a whole, or a field of it by a name that is computed'
export const ASKS = 'compares or searches what the edition says'

/**
 * What a source does with the edition that would tell it which one it is. Followed are `currentBrand`, variables that
 * something of it is put into, and what a list of it is gone through with.
 *
 * @returns Each offence once
 */
export function brandViolations(program: SyntaxNode): readonly string[] {
  const found = new Set<string>()
  const constants = constantsOf(program)
  /** Variables that hold something of the edition, and the field it is of. */
  const known = new Map<string, string>()
  // What one variable hands to the next is seen in the next round.
  for (let before = -1; before < known.size; ) {
    before = known.size
    visit(program, (node) => learn(node, known))
  }
  visit(program, (node, above) => {
    if (takesWhole(node, above)) found.add(TAKES_WHOLE)
    const field = fieldOf(node, known)
    if (field !== undefined && asks(node, above, field, constants)) found.add(ASKS)
  })
  return [...found]
}

/** The edition’s field that an expression is, or is a part of. */
function fieldOf(node: SyntaxNode, known: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'Identifier') return known.get(String(node.name))
  if (node.type !== 'MemberExpression') return undefined
  const object = bare(node.object)
  if (object === undefined) return undefined
  if (nameOf(object) === 'currentBrand') return nameOf(node.property)
  return fieldOf(object, known)
}

function learn(node: SyntaxNode, known: Map<string, string>): void {
  if (node.type === 'VariableDeclarator') {
    const field = sourcesOf(node.init)
      .map((source) => fieldOf(source, known))
      .find((one) => one !== undefined)
    if (field !== undefined) for (const name of namesIn(node.id)) known.set(name, field)
  }
  if (node.type !== 'CallExpression') return
  const callee = bare(node.callee)
  const list = callee?.type === 'MemberExpression' ? bare(callee.object) : undefined
  const field = list && fieldOf(list, known)
  if (field === undefined) return
  for (const callback of node.arguments as readonly SyntaxNode[])
    for (const parameter of (callback.params ?? []) as readonly SyntaxNode[])
      for (const name of namesIn(parameter)) known.set(name, field)
}

/** Where the value of an initializer may come from. */
function sourcesOf(node: unknown): readonly SyntaxNode[] {
  const inner = bare(node)
  if (inner === undefined) return []
  switch (inner.type) {
    case 'LogicalExpression':
      return [...sourcesOf(inner.left), ...sourcesOf(inner.right)]
    case 'ConditionalExpression':
      return [...sourcesOf(inner.consequent), ...sourcesOf(inner.alternate)]
    case 'TemplateLiteral':
    case 'ArrayExpression':
      return ((inner.expressions ?? inner.elements) as readonly unknown[]).flatMap(sourcesOf)
    case 'SpreadElement':
      return sourcesOf(inner.argument)
    default:
      return [inner]
  }
}

/** The variables that a pattern makes. */
function namesIn(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return []
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)]
    case 'ObjectPattern':
      return (pattern.properties as readonly SyntaxNode[]).flatMap(({ value, argument }) =>
        namesIn(value ?? argument),
      )
    case 'ArrayPattern':
      return (pattern.elements as readonly unknown[]).flatMap(namesIn)
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}

/** Variables that hold a text written in the code. */
function constantsOf(program: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>()
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && textOf(node.init) !== undefined)
      for (const name of namesIn(node.id)) names.add(name)
  })
  return names
}

function takesWhole(node: SyntaxNode, above: readonly SyntaxNode[]): boolean {
  if (node.type === 'ImportDeclaration') {
    const from = String((node.source as SyntaxNode).value)
    const names = node.specifiers as readonly SyntaxNode[]
    return (
      /(^|\/)currentBrand$/.test(from) &&
      names.some(({ local }) => nameOf(local) !== 'currentBrand')
    )
  }
  if (node.type !== 'Identifier' || node.name !== 'currentBrand') return false
  const parent = meaningfulParent(above)
  if (parent?.type === 'ImportSpecifier') return false
  // A property of that name is another thing.
  if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed)
    return false
  return !(parent?.type === 'MemberExpression' && bare(parent.object) === node && !parent.computed)
}

function asks(
  node: SyntaxNode,
  above: readonly SyntaxNode[],
  field: string,
  constants: ReadonlySet<string>,
): boolean {
  const parent = meaningfulParent(above)
  if (parent === undefined || field === SWITCHES) return false
  const isData = DATA.has(field)
  const isWritten = (other: unknown) =>
    textOf(other) !== undefined || constants.has(nameOf(other) ?? '')
  switch (parent.type) {
    case 'BinaryExpression': {
      if (!COMPARING.has(String(parent.operator))) return false
      const other = bare(parent.left) === node ? parent.right : parent.left
      const isAbsence = nameOf(other) === 'undefined' || bare(other)?.value === null
      const isCount = nameOf(node.property) === 'length' && bare(other)?.value === 0
      return !isAbsence && !isCount && (!isData || isWritten(other))
    }
    case 'SwitchStatement':
      return bare(parent.discriminant) === node
    case 'MemberExpression':
      // Something is looked up by it, or something is asked of it.
      if (bare(parent.property) === node) return parent.computed === true
      return isCalled(parent, above) && !LISTING.has(nameOf(parent.property) ?? '') && !isData
    case 'CallExpression': {
      const callee = bare(parent.callee)
      const name = nameOf(callee?.type === 'MemberExpression' ? callee.property : callee) ?? ''
      if (callee === node || !SEARCHING.test(name)) return false
      const others = parent.arguments as readonly unknown[]
      return !isData || others.some(isWritten)
    }
    default:
      return false
  }
}

/** Whether a member is called, as a method is. */
function isCalled(member: SyntaxNode, above: readonly SyntaxNode[]): boolean {
  const outer = meaningfulParent(above.slice(above.indexOf(member) + 1))
  return outer?.type === 'CallExpression' && bare(outer.callee) === member
}
