import type { Address } from 'viem'
import { transferLink } from '../../chain/bridge/bridgeLink'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { useDefaultSettlement } from '../../data/useKnownToken'
import { useOtherBalances } from '../../data/useSlowBalances'
import { formatPlain } from '../../format/formatAmount'
import { ButtonLink } from '../../ui/ButtonLink'
import { Card } from '../../ui/Card'
import { tokensHere } from './hintFacts'
import { allTokenRows, tokenRows } from './tokenRows'

/** What a withdrawal takes, said before it is begun. */
export function Leaving({ account }: { account: Address | undefined }) {
  const { snapshot } = useSnapshot()
  const bridge = useBridge()?.network
  const first = useDefaultSettlement()
  const others = useOtherBalances(account, tokensHere(bridge))
  const pools = snapshot?.pools ?? []
  const settling = new Set(tokenRows(pools, bridge).map(({ token }) => token.address))
  const rows =
    snapshot === undefined
      ? []
      : allTokenRows(pools, bridge, first, others.balances).filter(
          ({ token, balance = 0n }) => settling.has(token.address) || balance > 0n,
        )
  return (
    <Card title="Leaving">
      <ul className="mb-3 list-disc space-y-1.5 pl-5">
        <li>
          A withdrawal to Ethereum takes <strong className="font-semibold">about 7 days</strong>: it
          can be challenged for that long. Until then the money is on neither side.
        </li>
        <li>
          Then it takes <strong className="font-semibold">a second transaction, on Ethereum</strong>
          , which somebody has to send and pay for in ETH there. Nothing arrives by itself.
        </li>
        <li>Pool tokens cannot be withdrawn: burn them, and claim from escrow, first.</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={transferLink({ to: 'ethereum' })}>Withdraw ETH</ButtonLink>
        {rows.map(({ token, bridged, balance = 0n }) =>
          bridged === undefined ? null : (
            <ButtonLink
              key={token.address}
              href={transferLink({
                to: 'ethereum',
                token: bridged.l1,
                amount:
                  account === undefined || balance === 0n
                    ? undefined
                    : formatPlain(balance, token.decimals),
              })}
            >
              {`Withdraw ${bridged.symbol}`}
            </ButtonLink>
          ),
        )}
      </div>
    </Card>
  )
}
