import { useEffect, useState } from 'react'
import { formatAddress } from '../format/formatAddress'
import { Tooltip } from './Tooltip'

/** An address, shortened, with its explorer page and a button that copies the whole of it. */
export function AddressLink({
  address,
  explorerUrl,
  label,
}: {
  address: string
  explorerUrl: string | undefined
  label: string
}) {
  const [copying, setCopying] = useState<{ readonly outcome: 'done' | 'failed' }>()
  useEffect(() => {
    if (copying === undefined) return
    const shownMs = copying.outcome === 'done' ? 1_500 : 4_000
    const timer = setTimeout(() => setCopying(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [copying])
  const short = formatAddress(address)
  const copy = async () => {
    // Browsers refuse it to a page without the permission, and have no clipboard at all where the connection is not secure.
    const outcome = await (async () => navigator.clipboard.writeText(address))().then(
      () => 'done' as const,
      () => 'failed' as const,
    )
    setCopying({ outcome })
  }
  return (
    <span className="inline-flex items-center gap-1 font-mono text-xs whitespace-nowrap">
      {explorerUrl === undefined ? (
        <Tooltip text={address}>
          <span translate="no">{short}</span>
        </Tooltip>
      ) : (
        <Tooltip text={address}>
          <a
            translate="no"
            className="underline decoration-line underline-offset-2 hover:decoration-current"
            href={`${explorerUrl}/address/${address}`}
            target="_blank"
            rel="noreferrer"
          >
            {short}
          </a>
        </Tooltip>
      )}
      <button
        type="button"
        className="hit rounded px-1 text-muted hover:bg-raised hover:text-ink"
        aria-label={
          copying?.outcome === 'done' ? `Copied ${label}` : `Copy the address of ${label}`
        }
        onClick={() => void copy()}
      >
        {/* The icon changes after a copy, so the button, not the icon, takes the press. */}
        <svg
          aria-hidden="true"
          className="pointer-events-none"
          viewBox="0 0 16 16"
          width="14"
          height="14"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        >
          {copying?.outcome === 'done' ? (
            <path d="m3 8.5 3.5 3.5L13 4.5" />
          ) : (
            <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
          )}
        </svg>
      </button>
      {copying?.outcome === 'failed' && (
        // Over what is beside it, so that nothing moves.
        <span className="relative font-sans" role="alert">
          <span className="absolute right-0 -bottom-9 z-1 rounded border border-warn bg-raised px-2 py-1 text-warn">
            Couldn’t copy
          </span>
        </span>
      )}
    </span>
  )
}
