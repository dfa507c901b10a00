import { formatName } from '../format/formatAddress'

/** Letters of a name that a title has room for. */
const TITLE_LENGTH = 300

/**
 * A name that a contract gives itself: harmless, cut to a cell's length with more of it on hover, and kept from turning
 * around the text beside it.
 */
export function Name({ of }: { of: string }) {
  const short = formatName(of)
  const long = formatName(of, TITLE_LENGTH)
  return (
    <bdi className="wrap-anywhere" title={long === short ? undefined : long}>
      {short}
    </bdi>
  )
}
