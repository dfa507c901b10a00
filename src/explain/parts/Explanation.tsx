import { type ReactNode, use } from 'react'
import { ExplanationPlace } from '../ExplanationPlace'

/** What every topic has: its term, exactly two sentences, and a figure to play with that says whose figures it shows. */
export function Explanation({
  id,
  title,
  sentences,
  example,
  table,
  children,
}: {
  id: string
  title: string
  sentences: readonly [string, string]
  /** Says with which figures the picture is drawn: never the pool’s on the page. */
  example: string
  /** The figure's values for several settings, where there is room for them. */
  table?: ReactNode
  children: ReactNode
}) {
  const page = use(ExplanationPlace)
  const text = sentences.map((sentence) => (
    <p key={sentence} data-sentence="">
      {sentence}
    </p>
  ))
  const figure = (
    <>
      <p className="text-xs text-muted">{example}</p>
      {children}
    </>
  )
  if (page !== undefined)
    return (
      <div className="grid items-start gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div>
          <div className="flex items-baseline gap-2">
            <h2 id={`${id}-title`} tabIndex={-1} className="text-lg leading-6 font-semibold">
              {title}
            </h2>
            {page.anchor}
          </div>
          <div className="mt-2 max-w-prose space-y-2 text-pretty">
            {text}
            {page.more}
          </div>
        </div>
        <div className="mx-auto w-full max-w-[26rem] min-w-0 space-y-2.5 rounded-panel border border-line bg-surface p-4">
          {figure}
          {table !== undefined && (
            <details>
              <summary className="w-fit text-muted max-sm:py-2">Values as a table</summary>
              {table}
            </details>
          )}
        </div>
      </div>
    )
  return (
    <>
      <h2 id={`${id}-title`} className="pr-8 text-base leading-5 font-semibold">
        {title}
      </h2>
      <div id={`${id}-text`} className="mt-2 space-y-1.5 text-pretty text-muted">
        {text}
      </div>
      <div className="mt-3 space-y-2.5 border-t border-line pt-3">{figure}</div>
    </>
  )
}
