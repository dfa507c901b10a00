import { transferLink } from '../../chain/bridge/bridgeLink'
import { useNetwork } from '../../data/NetworkContext'
import { ButtonLink } from '../../ui/ButtonLink'
import { Card } from '../../ui/Card'

/** What one needs on the pools' chain, and how it gets there. */
export function Coming() {
  const { chain } = useNetwork()
  return (
    <Card title="Coming">
      <ul className="mb-3 list-disc space-y-1.5 pl-5">
        <li>
          The token that the pool settles in: each market names its own. Native USDC is another
          token than the bridged USDC that pools take, USDC.e: where the bridge offers both, choose
          that.
        </li>
        <li>A little ETH on {chain.name}: network fees are paid in it, there too.</li>
        <li>
          A deposit from Ethereum takes 10 to 15 minutes. Many exchanges also send ETH straight to
          Arbitrum One; USDC that they send there is mostly the native one.
        </li>
      </ul>
      <ButtonLink href={transferLink({ to: 'arbitrum' })}>Open the bridge</ButtonLink>
    </Card>
  )
}
