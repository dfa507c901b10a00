import type { Hash } from 'viem'
import { useNetwork } from '../../data/NetworkContext'
import { formatAddress } from '../../format/formatAddress'

/** A transaction's hash, shortened, with its explorer page where the network has one. */
export function HashLink({ hash }: { hash: Hash }) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  return (
    <span className="mr-2 inline-block font-mono text-xs text-muted">
      {explorerUrl === undefined ? (
        <span title={hash}>{formatAddress(hash)}</span>
      ) : (
        <a
          href={`${explorerUrl}/tx/${hash}`}
          target="_blank"
          rel="noreferrer"
          className="underline underline-offset-2"
        >
          {formatAddress(hash)}
        </a>
      )}
    </span>
  )
}
