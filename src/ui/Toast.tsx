import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Button } from './Button'

const TONES = { news: 'border-l-accent', success: 'border-l-long' } as const

/** What has happened, over the page, where all of its kind are: with a way to it, and a way to be rid of it. */
export function Toast({
  tone = 'news',
  to,
  linkText,
  dismissText,
  onFollow,
  onDismiss,
  children,
}: {
  tone?: keyof typeof TONES
  to: string
  linkText: string
  dismissText: string
  onFollow: () => void
  onDismiss: () => void
  children: ReactNode
}) {
  return (
    <div
      className={`flex w-fit items-center max-sm:flex-wrap gap-x-2 rounded-panel border border-line border-l-4 bg-surface py-1 pr-1 pl-3 shadow-lg ${TONES[tone]}`}
    >
      <span className="wrap-anywhere">{children}</span>
      <Link to={to} className="shrink-0 px-2 py-2 underline underline-offset-4" onClick={onFollow}>
        {linkText}
      </Link>
      <Button look="quiet" onClick={onDismiss}>
        {dismissText}
      </Button>
    </div>
  )
}
