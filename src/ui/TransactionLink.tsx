import { formatAddress } from '../format/formatAddress'
import { Tooltip } from './Tooltip'

/** A transaction's hash, shortened, with its explorer page where there is an explorer. */
export function TransactionLink({
  hash,
  explorerUrl,
}: {
  hash: string
  explorerUrl: string | undefined
}) {
  const short = formatAddress(hash)
  if (explorerUrl === undefined)
    return (
      <Tooltip text={hash}>
        <span className="font-mono" translate="no">
          {short}
        </span>
      </Tooltip>
    )
  return (
    <Tooltip text={hash}>
      <a
        translate="no"
        className="font-mono underline underline-offset-2 hover:text-ink"
        href={`${explorerUrl}/tx/${hash}`}
        target="_blank"
        rel="noreferrer"
      >
        {short}
      </a>
    </Tooltip>
  )
}
