import { useNetwork } from '../../data/NetworkContext'
import { AddressLink } from '../../ui/AddressLink'
import { treasuryContent } from './content'
import type { FeeRow } from './feeRows'

const { pool: content } = treasuryContent

/** Who a pool's share goes to. */
export function Receiver({
  row: { receiver, whose },
  name,
  hasTreasury,
}: {
  row: FeeRow
  name: string
  hasTreasury: boolean
}) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  if (whose === 'noOne') return content.noRecipient
  if (whose === 'treasury')
    return <strong className="font-semibold">{treasuryContent.theTreasury}</strong>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 max-xl:justify-end">
      {hasTreasury && content.otherAddress}
      <AddressLink address={receiver} explorerUrl={explorerUrl} label={content.recipientOf(name)} />
    </span>
  )
}
