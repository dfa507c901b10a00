import { Link, useSearchParams } from 'react-router'
import { useAccount } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress } from '../../format/formatAddress'
import { Card } from '../../ui/Card'
import { ConnectFirst } from '../../ui/ConnectFirst'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Notice } from '../../ui/Notice'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { Skeleton } from '../../ui/Skeleton'
import { accountHistoryContent as content } from './content'
import { HistoryList } from './HistoryList'

const LINK = 'text-muted underline underline-offset-4 hover:text-ink max-sm:py-2'

/** Everything an account has ever done in the pools, or got from them, newest first. */
export function HistoryPage() {
  const [params] = useSearchParams()
  const asked = params.get('account') ?? undefined
  const { watched } = useWatchedAccount()
  const query = watched === undefined ? '' : `?account=${watched}`
  return (
    <div className="space-y-5">
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <header className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <h1 className="text-xl font-semibold">{content.title}</h1>
        <Link to={`/portfolio${query}`} className={LINK}>
          {content.portfolio}
        </Link>
        <Link to="/transactions" className={LINK}>
          {content.sentHere}
        </Link>
        <p className="w-full text-muted">{content.intro}</p>
      </header>
      {asked !== undefined && watched === undefined ? (
        <Notice tone="error">{content.invalid(asked.slice(0, 60))}</Notice>
      ) : (
        <OfAccount watched={watched} />
      )}
    </div>
  )
}

function OfAccount({ watched }: { watched: string | undefined }) {
  const { snapshot, account, isWatched, failures, failureReason } = useSnapshot()
  const { status } = useAccount()
  const wallet = useReadyWallet()
  const isSwitching = watched !== undefined && account !== watched
  const isConnecting = status === 'reconnecting' || status === 'connecting'
  if (account === undefined && !isSwitching && !isConnecting)
    return (
      <Card title={content.noAccount.title}>
        <ConnectFirst text={content.noAccount.text} wallet={wallet} />
      </Card>
    )
  if (snapshot === undefined || isSwitching || snapshot.account !== account)
    return (
      <>
        {failures > 1 && <DataUnavailable reason={failureReason} />}
        <div aria-busy="true" className="grid h-64 content-start gap-4">
          <Skeleton width="100%" />
          <Skeleton width="60%" />
        </div>
      </>
    )
  return (
    <>
      {isWatched && account !== undefined && (
        <Notice standing>{content.watching(formatAddress(account))}</Notice>
      )}
      <SectionBoundary what={content.section}>
        <HistoryList key={account} />
      </SectionBoundary>
    </>
  )
}
