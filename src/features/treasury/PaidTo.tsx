import { type Address, isAddressEqual } from 'viem'
import type { FeeShare } from '../../chain/fees/getPaidFees'
import type { TokenFacts } from '../../chain/poolFacts'
import { useNetwork } from '../../data/NetworkContext'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { treasuryContent } from './content'

const content = treasuryContent.pool

/** The recipients of a pool’s fees so far: a line each, with its amount where there are several. */
export function PaidTo({
  shares,
  token,
  treasury,
  poolName,
}: {
  shares: readonly FeeShare[]
  token: TokenFacts
  treasury: Address | undefined
  poolName: string
}) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  if (shares.length === 0) return <span className="text-muted">{content.nothingPaid}</span>
  return (
    <ul aria-label={content.paidBy(poolName)}>
      {shares.map(({ receiver, amount }) => (
        <li key={receiver} className="text-muted">
          {shares.length > 1 && <Amount value={amount} token={token} />} {content.to}{' '}
          {treasury !== undefined && isAddressEqual(receiver, treasury) ? (
            <span className="text-ink">{treasuryContent.theTreasury}</span>
          ) : (
            <AddressLink
              address={receiver}
              explorerUrl={explorerUrl}
              label={content.theRecipient}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
