import { formatAddress, formatName } from '../format/formatAddress'
import { MAX_TITLE_LENGTH } from '../protocol/bounds'

/**
 * A name that a contract gives itself: harmless, cut to a cell's length with more of it on hover, and kept from turning
 * around the text beside it.
 *
 * @param at Its address, where another thing could be taken for it: shown beside it, in short
 */
export function Name({ of, at }: { of: string; at?: string | undefined }) {
  const short = formatName(of)
  const long = formatName(of, MAX_TITLE_LENGTH)
  return (
    <>
      <bdi className="wrap-anywhere" title={long === short ? undefined : long}>
        {short}
      </bdi>
      {at !== undefined && (
        <>
          {' '}
          <span className="font-mono text-xs font-normal whitespace-nowrap text-muted" title={at}>
            {formatAddress(at)}
          </span>
        </>
      )}
    </>
  )
}
