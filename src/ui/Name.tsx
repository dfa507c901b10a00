import { formatName } from '../format/formatAddress'
import { MAX_TITLE_LENGTH } from '../protocol/bounds'

/**
 * A name that a contract gives itself: harmless, cut to a cell's length with more of it on hover, and kept from turning
 * around the text beside it.
 */
export function Name({ of }: { of: string }) {
  const short = formatName(of)
  const long = formatName(of, MAX_TITLE_LENGTH)
  return (
    <bdi className="wrap-anywhere" title={long === short ? undefined : long}>
      {short}
    </bdi>
  )
}
