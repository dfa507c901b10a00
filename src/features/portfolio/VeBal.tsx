import type { Address } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useEthereumBalances } from '../../data/useSlowBalances'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { portfolioContent } from './content'

const VEBAL = { symbol: 'veBAL', decimals: 18 }

/** On Ethereum. */
const ADDRESS: Address = '0xC128a9954e6c874eA3d62ce62B468bA073093F25'

const { veBal } = portfolioContent

/** An account’s veBAL, and why no market settles in it. Nothing for an account that has none, or where its balance is not known. */
export function VeBal() {
  const { account } = useSnapshot()
  const { balances } = useEthereumBalances(account, [ADDRESS])
  const balanceWei = balances?.tokens.get(ADDRESS) ?? 0n
  if (balanceWei === 0n) return null
  return (
    <Card title={veBal.title}>
      <Facts>
        <Fact name={veBal.onEthereum}>
          <Amount value={balanceWei} token={VEBAL} />
        </Fact>
      </Facts>
      <p className="mt-3 max-w-prose text-xs text-muted">{veBal.note}</p>
    </Card>
  )
}
