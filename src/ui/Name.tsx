import { formatAddress, formatName } from '../format/formatAddress'
import { MAX_TITLE_LENGTH } from '../protocol/bounds'
import { Tooltip } from './Tooltip'

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
      <Tooltip text={long === short ? undefined : long}>
        <bdi className="wrap-anywhere" translate="no">
          {short}
        </bdi>
      </Tooltip>
      {at !== undefined && (
        <>
          {' '}
          <Tooltip text={at}>
            <span
              className="font-mono text-xs font-normal whitespace-nowrap text-muted"
              translate="no"
            >
              {formatAddress(at)}
            </span>
          </Tooltip>
        </>
      )}
    </>
  )
}
