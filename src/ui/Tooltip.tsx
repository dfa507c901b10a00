import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'

/** Elements of HTML that take the focus without being told to. */
const FOCUSABLE = /^(a|button|input|select|textarea|summary)$/

/**
 * More about what it stands around: an explanation, or the exact value of a rounded figure. It replaces `title`.
 *
 *     <Tooltip text="The price that the last rebalance used"><span>1,234.56</span></Tooltip>
 *
 * The text shows on hover, on keyboard focus, on a tap, or on a long press where a tap does something else, and goes on Escape. An
 * element of HTML carries it itself, so that nothing in the layout changes; text and components get a `<span>` around them. Their
 * markup is `data-tip`, and the code that shows it comes with the first hover or focus (`watchTooltips.ts`).
 *
 * What takes no focus becomes a tab stop. Of several such figures in one list, table or section only one is: the arrow keys left and
 * right lead from it, and from a link there, to the others (`tooltips/moveBetweenTooltips.ts`).
 *
 * @param text Plain text; line breaks are kept. With `undefined` or an empty text there is no tooltip
 * @param isFocusable False where the keyboard gets to know the text in another way, or where a component inside takes the focus
 */
export function Tooltip({
  text,
  isFocusable = true,
  children,
}: {
  text: string | undefined
  isFocusable?: boolean
  children: ReactNode
}) {
  if (text === undefined || text === '') return children
  const isElement =
    isValidElement<{ tabIndex?: number }>(children) && typeof children.type === 'string'
  const element: ReactElement<object> = isElement ? children : <span>{children}</span>
  const isStop = isFocusable && !FOCUSABLE.test(element.type as string)
  return cloneElement(element, { 'data-tip': text, ...(isStop && { tabIndex: 0 }) } as object)
}
