import type { Address } from 'viem'
import { transferLink } from '../../chain/bridge/bridgeLink'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { useDefaultSettlement } from '../../data/useKnownToken'
import { useOtherBalances } from '../../data/useSlowBalances'
import { formatPlain } from '../../format/formatAmount'
import { ButtonLink } from '../../ui/ButtonLink'
import { Card } from '../../ui/Card'
import { bridgeContent } from './content'
import { tokensHere } from './hintFacts'
import { allTokenRows, tokenRows } from './tokenRows'

const content = bridgeContent.withdraw
const emphasis = (text: string) => <strong className="font-semibold">{text}</strong>

/** What a withdrawal takes, before it is started. */
export function WithdrawCard({ account }: { account: Address | undefined }) {
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
    <Card title={content.title}>
      <ul className="mb-3 list-disc space-y-1.5 pl-5">
        <li>{content.time(emphasis)}</li>
        <li>{content.claim(emphasis)}</li>
        <li>{content.poolTokens}</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={transferLink({ to: 'ethereum' })}>{content.button('ETH')}</ButtonLink>
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
              {content.button(bridged.symbol)}
            </ButtonLink>
          ),
        )}
      </div>
    </Card>
  )
}
