import { Link } from 'react-router'
import { formatAddress } from '../format/formatAddress'
import { Notice } from './Notice'

/**
 * How many markets a page lacks because they couldn't be loaded; which ones on demand. Verified ones are a warning. Others are most likely
 * strangers' contracts that were never meant to answer.
 */
export function UnreadMarkets({
  pools,
  text,
  unverified = false,
}: {
  pools: readonly { readonly address: string; readonly isUnverified: boolean }[]
  text: (count: number, isUnverified: boolean) => string
  /** Which of them: the unverified ones, in a quiet line, instead of the others. */
  unverified?: boolean
}) {
  const shown = pools.filter(({ isUnverified }) => isUnverified === unverified)
  if (shown.length === 0) return null
  const details = (
    <details className={unverified ? 'text-sm text-muted' : undefined}>
      <summary className="cursor-pointer">{text(shown.length, unverified)}</summary>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {shown.map(({ address }) => (
          <li key={address}>
            <Link
              to={`/pool/${address}`}
              title={address}
              translate="no"
              className="inline-block py-1 font-mono text-xs underline underline-offset-4 max-sm:py-3"
            >
              {formatAddress(address)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
  return unverified ? details : <Notice tone="warn">{details}</Notice>
}
