import { useState } from 'react'
import { Notice } from '../../ui/Notice'
import { tradeContent } from './content'

const content = tradeContent.notices

/** Of several warnings the gravest, and how many more there are: they unfold. */
export function OrderWarnings({ texts }: { texts: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  const [gravest, ...others] = texts
  if (gravest === undefined) return null
  return (
    <div className="space-y-2">
      <Notice tone="warn">
        <p className="text-xs">{gravest}</p>
      </Notice>
      {isOpen &&
        others.map((text) => (
          <Notice key={text} tone="warn">
            <p className="text-xs">{text}</p>
          </Notice>
        ))}
      {others.length > 0 && (
        <button
          type="button"
          className="text-xs text-muted underline underline-offset-4 hover:text-ink max-sm:min-h-10"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? content.less : content.more(others.length)}
        </button>
      )}
    </div>
  )
}
