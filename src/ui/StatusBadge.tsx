const TONES = {
  good: 'text-long',
  neutral: 'text-muted',
  warn: 'text-warn',
  bad: 'text-short',
} as const

export type StatusTone = keyof typeof TONES

/** A state in one or two words, with a mark whose shape, not only its colour, tells the tone. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: string }) {
  const mark = { good: '●', neutral: '○', warn: '▲', bad: '■' }[tone]
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-xs ${TONES[tone]}`}>
      <span aria-hidden="true">{mark}</span>
      {children}
    </span>
  )
}
