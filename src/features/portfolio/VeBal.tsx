import type { Address } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { type SlowBalances, useEthereumBalances } from '../../data/useSlowBalances'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'

const VEBAL = { symbol: 'veBAL', decimals: 18 }

/** On Ethereum. */
const ADDRESS: Address = '0xC128a9954e6c874eA3d62ce62B468bA073093F25'

/** veBAL, which stays where it is, and why no market settles in it; how much there is where Ethereum is read. */
export function VeBal() {
  const { account } = useSnapshot()
  const ethereum = useEthereumBalances(account, [ADDRESS])
  const balanceWei = ethereum.balances?.tokens.get(ADDRESS)
  return (
    <Card title="veBAL">
      <Facts>
        <Fact name="On Ethereum">
          {balanceWei === undefined ? (
            <span className="text-muted">
              {ethereum.status === 'reading' ? <Skeleton width="4rem" /> : whyUnknown(ethereum)}
            </span>
          ) : (
            <Amount value={balanceWei} token={VEBAL} />
          )}
        </Fact>
      </Facts>
      <p className="mt-3 max-w-prose text-xs text-muted">
        veBAL cannot be moved, so it cannot be put into a pool and no market can settle in it. A
        market can settle in BAL; BAL in a pool does not vote.
      </p>
    </Card>
  )
}

/** Why there is no balance to show: nobody is asked, nobody answers, or not the contract. */
function whyUnknown({ status, balances }: SlowBalances): string {
  if (status === 'off') return 'Ethereum is not read here'
  return balances === undefined ? 'Ethereum does not answer' : 'no such contract there'
}
