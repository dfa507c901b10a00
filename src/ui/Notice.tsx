import type { ReactNode } from 'react'

const TONES = {
  info: 'border-line',
  warn: 'border-warn',
  error: 'border-short',
  success: 'border-long',
} as const

/**
 * A sentence that must be seen. Errors and warnings are read out when they appear, unless they are `standing`: what is
 * there all the time, or counts seconds, would be read out again and again.
 */
export function Notice({
  tone = 'info',
  standing = false,
  children,
}: {
  tone?: keyof typeof TONES
  standing?: boolean
  children: ReactNode
}) {
  return (
    <div
      role={standing ? undefined : tone === 'error' || tone === 'warn' ? 'alert' : 'status'}
      className={`rounded border border-l-4 bg-raised px-3 py-2 ${TONES[tone]}`}
    >
      {children}
    </div>
  )
}
