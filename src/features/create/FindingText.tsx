import { Link } from 'react-router'
import { createContent } from './content'
import type { Finding } from './marketPlan'

const TONES: Readonly<Record<Finding['tone'], readonly [mark: string, className: string]>> = {
  good: ['✓', 'text-muted'],
  note: ['▲', 'text-warn'],
  problem: ['■', 'text-short'],
  missing: ['○', 'text-muted'],
  waiting: ['◐', 'text-muted'],
}

/**
 * One sentence beside a field; it keeps its room when there is none.
 *
 * @param isUntouched No one has been in the field yet: what is missing there is help, not a finding, and has no mark
 */
export function FindingText({
  id,
  finding,
  isUntouched = false,
}: {
  id?: string
  finding: Finding | undefined
  isUntouched?: boolean
}) {
  const isHelp = isUntouched && finding?.tone === 'missing'
  const [mark, className] = TONES[finding?.tone ?? 'good']
  return (
    <p id={id} className={`mt-1 mb-1 min-h-8 text-xs wrap-anywhere ${className}`}>
      {finding !== undefined && (
        <>
          {!isHelp && <span aria-hidden="true">{mark} </span>}
          {finding.text}
          {finding.pool !== undefined && (
            <>
              {' '}
              <Link to={`/pool/${finding.pool}`} className="underline underline-offset-2">
                {createContent.openMarket}
              </Link>
            </>
          )}
        </>
      )}
    </p>
  )
}
