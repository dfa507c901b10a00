import { parseSync } from 'vite'

/** A node of a source's syntax tree, as the parser gives it. */
export interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

/**
 * Reads a source file.
 *
 * @throws Error when it cannot be parsed
 */
export function parseSource(file: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(file.endsWith('.ts') ? file : 'source.tsx', text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return program as unknown as SyntaxNode
}

/**
 * The comments of a source file, without their marks.
 *
 * @throws Error when it cannot be parsed
 */
export function commentsOf(file: string, text: string): string[] {
  const { comments, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return comments.map(({ value }) => value.replaceAll(/\n\s*\*? ?/g, ' ').trim())
}

/** Visits a node and all below it, with those above it, the nearest first. */
export function visit(
  node: SyntaxNode,
  each: (node: SyntaxNode, above: readonly SyntaxNode[]) => void,
  above: readonly SyntaxNode[] = [],
): void {
  each(node, above)
  const inner = [node, ...above]
  for (const child of childrenOf(node)) visit(child, each, inner)
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flat().filter(isNode)
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** What stands around an expression and leaves its value as it is. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'ChainExpression',
  'TSNonNullExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
])

/** An expression without what only stands around it. */
export function bare(node: unknown): SyntaxNode | undefined {
  if (!isNode(node)) return undefined
  return WRAPPERS.has(node.type) ? bare(node.expression) : node
}

/** The nearest node above that is more than a wrapper. */
export function meaningfulParent(above: readonly SyntaxNode[]): SyntaxNode | undefined {
  return above.find(({ type }) => !WRAPPERS.has(type))
}

/** The name of an identifier; undefined for anything else. */
export function nameOf(node: unknown): string | undefined {
  const inner = bare(node)
  return inner?.type === 'Identifier' ? String(inner.name) : undefined
}

/** The text of a literal or of a template’s fixed parts; undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  const inner = bare(node)
  if (inner?.type === 'Literal' && typeof inner.value === 'string') return inner.value
  if (inner?.type !== 'TemplateLiteral') return undefined
  const parts = inner.quasis as readonly { readonly value: { readonly raw: string } }[]
  return parts.map(({ value }) => value.raw).join('…')
}
