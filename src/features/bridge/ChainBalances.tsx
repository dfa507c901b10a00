import type { ReactNode } from 'react'
import type { Address } from 'viem'
import type { Snapshot } from '../../chain/snapshot'
import { useNetwork } from '../../data/NetworkContext'
import { useBridge } from '../../data/useBridge'
import { useDefaultSettlement } from '../../data/useKnownToken'
import {
  type SlowBalances,
  useEthereumBalances,
  useOtherBalances,
} from '../../data/useSlowBalances'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Name } from '../../ui/Name'
import { Skeleton } from '../../ui/Skeleton'
import { bridgeContent } from './content'
import { tokensHere, tokensOnEthereum } from './hintFacts'
import { allTokenRows } from './tokenRows'

const content = bridgeContent.balances

/** An account’s balances on both chains. */
export function ChainBalances({ account, snapshot }: { account: Address; snapshot: Snapshot }) {
  const { chain } = useNetwork()
  const bridge = useBridge()?.network
  const native = bridge?.nativeUsdc?.address
  const ethereum = useEthereumBalances(account, tokensOnEthereum(bridge))
  const others = useOtherBalances(account, tokensHere(bridge))
  const first = useDefaultSettlement()
  // Anyone can create a pool with any token: those neither known nor held are left out.
  const rows = allTokenRows(snapshot.pools, bridge, first, others.balances).filter(
    ({ bridged, balance = 0n }) => bridged !== undefined || balance > 0n,
  )
  return (
    <Card title={content.title}>
      <table className="tabular w-full text-right">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 text-left font-normal">
              {content.token}
            </th>
            <th scope="col" className="py-1.5 pl-3 font-normal">
              {chain.name}
            </th>
            <th scope="col" className="py-1.5 pl-3 font-normal">
              {content.ethereum}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            name="ETH"
            here={<Shown value={snapshot.ethBalanceWei} decimals={18} />}
            there={<Shown value={ethereum.balances?.ethWei} decimals={18} of={ethereum} />}
          />
          {rows.map(({ token, bridged, balance }) => (
            <Row
              key={token.address}
              name={<Name of={token.symbol} />}
              here={<Shown value={balance} decimals={token.decimals} of={others} />}
              there={
                <Shown
                  value={bridged && ethereum.balances?.tokens.get(bridged.l1)}
                  decimals={token.decimals}
                  of={ethereum}
                />
              }
            />
          ))}
          {native !== undefined && (
            <Row
              name={
                <>
                  {content.nativeUsdc}{' '}
                  <span className="text-xs text-muted">{content.notAccepted}</span>
                </>
              }
              here={<Shown value={others.balances?.tokens.get(native)} decimals={6} of={others} />}
              there="—"
            />
          )}
        </tbody>
      </table>
      <p className="mt-3 text-xs text-muted">{sourceOf(ethereum)}</p>
    </Card>
  )
}

function Row({ name, here, there }: { name: ReactNode; here: ReactNode; there: ReactNode }) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-2 text-left font-medium">
        {name}
      </th>
      <td className="pl-3">{here}</td>
      <td className="pl-3">{there}</td>
    </tr>
  )
}

function Shown({
  value,
  decimals,
  of,
}: {
  value: bigint | undefined
  decimals: number
  of?: SlowBalances
}) {
  if (value !== undefined) return <Amount value={value} token={{ symbol: '', decimals }} />
  return of?.status === 'reading' ? <Skeleton width="4rem" /> : '—'
}

function sourceOf({ status, balances }: SlowBalances): string {
  switch (status) {
    case 'off':
      return content.off
    case 'failed':
      return balances === undefined ? content.failed : content.stale
    default:
      return content.live
  }
}
