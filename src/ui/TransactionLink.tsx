import { formatAddress } from '../format/formatAddress'

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
      <span className="font-mono" title={hash}>
        {short}
      </span>
    )
  return (
    <a
      className="font-mono underline underline-offset-2 hover:text-ink"
      href={`${explorerUrl}/tx/${hash}`}
      target="_blank"
      rel="noreferrer"
      title={hash}
    >
      {short}
    </a>
  )
}
