import { Link } from 'react-router'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBridge } from '../../data/useBridge'
import { useReadyWallet } from '../../data/useReadyWallet'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress } from '../../format/formatAddress'
import { Card } from '../../ui/Card'
import { ConnectFirst } from '../../ui/ConnectFirst'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { HintNotice } from './BridgeHint'
import { ChainBalances } from './ChainBalances'
import { bridgeContent } from './content'
import { DepositCard } from './DepositCard'
import { useDueHint } from './useDueHint'
import { Withdrawals } from './Withdrawals'
import { WithdrawCard } from './WithdrawCard'

/** Deposits to the pools' chain and withdrawals from it: what a wallet needs, its balances on both chains, its withdrawals. */
export function BridgePage() {
  const { chain } = useNetwork()
  const { requested, watched } = useWatchedAccount()
  const { account, isWatched } = useSnapshot()
  const { status } = useAccount()
  const bridge = useBridge()
  const isConnecting = status === 'connecting' || status === 'reconnecting'
  return (
    <div className="space-y-5">
      <title>{`${bridgeContent.title} · ${currentBrand.name}`}</title>
      <header className="grid items-start gap-x-5 gap-y-3 lg:min-h-28 lg:grid-cols-2">
        <div>
          <h1 className="text-xl font-semibold">{bridgeContent.title}</h1>
          <p className="mt-1 max-w-prose text-muted">{bridgeContent.intro(chain.name)}</p>
        </div>
        <NextStep />
      </header>
      {requested !== undefined && watched === undefined && (
        <Notice tone="error">{bridgeContent.invalidAccount(requested.slice(0, 60))}</Notice>
      )}
      {isWatched && account !== undefined && (
        <Notice standing>{bridgeContent.watching(formatAddress(account))}</Notice>
      )}
      {bridge === undefined && (
        <Notice tone="warn" standing>
          {bridgeContent.unknownBridge(chain.name)}
        </Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Owned account={account} isConnecting={isConnecting} />
        <div className="space-y-5">
          <DepositCard />
          <WithdrawCard account={account} />
        </div>
      </div>
    </div>
  )
}

/** What the connected wallet needs first: a line where that is nothing, and on a wide screen beside the heading, where it moves nothing. */
function NextStep() {
  const { snapshot } = useSnapshot()
  const hint = useDueHint(snapshot?.pools ?? [])
  return (
    <div className="min-h-10 max-sm:min-h-16">
      {hint ? (
        <HintNotice hint={hint} />
      ) : (
        hint === null && (
          <Notice standing>
            {bridgeContent.ready}{' '}
            <Link to="/" className="underline underline-offset-4">
              {bridgeContent.toMarkets}
            </Link>
          </Notice>
        )
      )}
    </div>
  )
}

function Owned({ account, isConnecting }: { account: Address | undefined; isConnecting: boolean }) {
  const { snapshot } = useSnapshot()
  const wallet = useReadyWallet()
  if (account === undefined && !isConnecting)
    return (
      <Card title={bridgeContent.noAccount.title}>
        <ConnectFirst text={bridgeContent.noAccount.text} wallet={wallet} />
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
      <ChainBalances account={account} snapshot={snapshot} />
      <Withdrawals account={account} snapshot={snapshot} />
    </div>
  )
}
