import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress } from '../../format/formatAddress'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { BothSides } from './BothSides'
import { HintNotice } from './BridgeHint'
import { Coming } from './Coming'
import { Leaving } from './Leaving'
import { useDueHint } from './useDueHint'
import { Withdrawals } from './Withdrawals'

/** Getting to the pools' chain and away from it: what one needs, what one has on both sides, what is on its way. */
export function BridgePage() {
  const { chain } = useNetwork()
  const { asked, watched } = useWatchedAccount()
  const { account, isWatched } = useSnapshot()
  const { status } = useAccount()
  const bridge = useBridge()
  const isConnecting = status === 'connecting' || status === 'reconnecting'
  return (
    <div className="space-y-5">
      <title>{`Bridge · ${currentBrand.name}`}</title>
      <header>
        <h1 className="text-xl font-semibold">Bridge</h1>
        <p className="mt-1 max-w-prose text-muted">
          Between Ethereum and {chain.name}, by Arbitrum’s own bridge. Nothing is sent from this
          page: its buttons lead to the bridge’s site with the form filled in.
        </p>
      </header>
      {asked !== undefined && watched === undefined && (
        <Notice tone="error">“{asked.slice(0, 60)}” is no address.</Notice>
      )}
      {isWatched && account !== undefined && (
        <Notice standing>You are watching {formatAddress(account)}.</Notice>
      )}
      {bridge === undefined && (
        <Notice tone="warn" standing>
          The bridge of {chain.name} is not known here, so neither balances on Ethereum nor
          withdrawals can be shown.
        </Notice>
      )}
      <NextStep />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Owned account={account} isConnecting={isConnecting} />
        <div className="space-y-5">
          <Coming />
          <Leaving account={account} />
        </div>
      </div>
    </div>
  )
}

/** What the connected wallet lacks, in a place that is kept for it: what is below does not move. */
function NextStep() {
  const { snapshot } = useSnapshot()
  const { address } = useAccount()
  const hint = useDueHint(snapshot?.pools ?? [])
  return (
    <div className="grid min-h-48 sm:min-h-32 lg:min-h-28">
      {hint ? (
        <HintNotice hint={hint} />
      ) : (
        <p className="content-center rounded border border-line px-4 py-3 text-muted">
          {address === undefined
            ? 'Connect a wallet, and this is where it says what it still lacks.'
            : hint === null && 'No hints for the connected wallet.'}
        </p>
      )}
    </div>
  )
}

function Owned({ account, isConnecting }: { account: Address | undefined; isConnecting: boolean }) {
  const { snapshot } = useSnapshot()
  if (account === undefined && !isConnecting)
    return (
      <Card title="Nobody to look at">
        <p>Connect a wallet to see what it has on both sides, and what it has withdrawn.</p>
      </Card>
    )
  if (account === undefined || snapshot === undefined || snapshot.account !== account)
    return (
      <div aria-busy="true" className="min-h-112 space-y-4">
        <Skeleton width="100%" />
        <Skeleton width="60%" />
      </div>
    )
  return (
    <div className="space-y-5">
      <BothSides account={account} snapshot={snapshot} />
      <Withdrawals account={account} snapshot={snapshot} />
    </div>
  )
}
