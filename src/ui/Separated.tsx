import { Children, type ReactNode } from 'react'

/** Facts in one line of text, with a dot between them; what is absent leaves no dot. */
export function Separated({ children }: { children: ReactNode }) {
  return Children.toArray(children).map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells them apart
    <span key={index}>
      {index > 0 && ' · '}
      {child}
    </span>
  ))
}
