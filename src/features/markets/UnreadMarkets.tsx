import { Link } from 'react-router'
import type { Address } from 'viem'
import { formatAddress } from '../../format/formatAddress'
import { Notice } from '../../ui/Notice'
import { marketsContent as content } from './content'

/** How many markets the list lacks because they couldn't be loaded; which ones on demand. */
export function UnreadMarkets({ addresses }: { addresses: readonly Address[] }) {
  if (addresses.length === 0) return null
  return (
    <Notice tone="warn">
      <details>
        <summary className="cursor-pointer">{content.unreadable(addresses.length)}</summary>
        <ul className="mt-1 flex flex-wrap gap-x-4">
          {addresses.map((address) => (
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
    </Notice>
  )
}
