import type { ReactNode } from 'react'

/** What every topic has: its term, exactly two sentences, and a figure to play with that says whose figures it shows. */
export function Explanation({
  id,
  title,
  sentences,
  example,
  children,
}: {
  id: string
  title: string
  sentences: readonly [string, string]
  /** Says with which figures the picture is drawn: never the pool’s on the page. */
  example: string
  children: ReactNode
}) {
  return (
    <>
      <h2 id={`${id}-title`} className="pr-8 text-base leading-5 font-semibold">
        {title}
      </h2>
      <div id={`${id}-text`} className="mt-2 space-y-1.5 text-pretty text-muted">
        {sentences.map((sentence) => (
          <p key={sentence} data-sentence="">
            {sentence}
          </p>
        ))}
      </div>
      <div className="mt-3 space-y-2.5 border-t border-line pt-3">
        <p className="text-xs text-muted">{example}</p>
        {children}
      </div>
    </>
  )
}
