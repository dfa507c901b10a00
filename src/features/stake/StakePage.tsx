import { type ReactNode, useMemo } from 'react'
import { currentBrand } from '../../brand/currentBrand'
import { resolveFarms } from '../../chain/staking/resolveFarms'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { useReadyWallet } from '../../data/useReadyWallet'
import { useSecondary } from '../../data/useSecondary'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress } from '../../format/formatAddress'
import { AddressLink } from '../../ui/AddressLink'
import { Card } from '../../ui/Card'
import { CardSkeleton } from '../../ui/CardSkeleton'
import { ConnectFirst } from '../../ui/ConnectFirst'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Notice } from '../../ui/Notice'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { stakeContent as content } from './content'
import { EndedFarms } from './EndedFarms'
import { FarmCard } from './FarmCard'
import { type FarmRow, listFarms } from './farmRow'
import { Programme } from './Programme'
import { programmeContent } from './programmeContent'

/**
 * All farms: what they pay, what the account has in them and how to take it out. Ended ones with a stake come first.
 *
 * @param transactions Those of farms that are on their way
 */
export function StakePage({ transactions }: { transactions: ReactNode }) {
  const { requested, watched } = useWatchedAccount()
  const { isOn } = useSecondary()
  const isBad = requested !== undefined && watched === undefined
  return (
    <div className="space-y-5">
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <header>
        <h1 className="text-xl font-semibold">{content.title}</h1>
        {isOn && <p className="mt-1 max-w-prose text-muted">{content.intro}</p>}
      </header>
      {!isOn ? (
        <Card title={content.noFarms.title}>
          <p>{content.noFarms.text}</p>
        </Card>
      ) : isBad ? (
        <Notice tone="error">{content.watch.invalid(requested.slice(0, 60))}</Notice>
      ) : (
        <Farms transactions={transactions} />
      )}
    </div>
  )
}

function Farms({ transactions }: { transactions: ReactNode }) {
  const { snapshot, account, isWatched, failures, failureReason } = useSnapshot()
  const { secondary, trouble } = useSecondary()
  const wallet = useReadyWallet()
  const pools = snapshot?.pools
  const nowSec = secondary?.block.timestampSec ?? 0n
  const list = useMemo(
    () =>
      secondary === undefined || pools === undefined
        ? undefined
        : listFarms(secondary, pools, secondary.block.timestampSec),
    [secondary, pools],
  )
  if (secondary === undefined || list === undefined) {
    const isFailing = failures > 1 || trouble !== null
    return (
      <>
        {isFailing && <DataUnavailable reason={failureReason ?? trouble} />}
        <CardSkeleton title={content.lists.open} />
      </>
    )
  }
  const running = [...list.own, ...list.open].filter(({ state }) => state === 'running')
  const tokenFarms = running.filter(({ token }) => isPoolToken(token.kind))
  return (
    <>
      {isWatched && account !== undefined && (
        <Notice standing>{content.watch.watching(formatAddress(account))}</Notice>
      )}
      {trouble !== null && (
        <Notice tone="warn" standing>
          {content.trouble}
          <span className="mt-1 block text-xs text-muted">{trouble.message.split('\n')[0]}</span>
        </Notice>
      )}
      <Unread failed={secondary.failed} />
      {!isWatched && transactions}
      {account === undefined ? (
        <Card title={content.lists.own}>
          <ConnectFirst text={content.connect} wallet={wallet} />
        </Card>
      ) : (
        <FarmGrid
          title={isWatched ? content.lists.watched : content.lists.own}
          rows={list.own}
          nowSec={nowSec}
        >
          {content.lists.ownEmpty}
        </FarmGrid>
      )}
      <FarmGrid title={content.lists.open} rows={list.open} nowSec={nowSec}>
        {list.own.some(({ state }) => state === 'running') ? undefined : content.lists.openEmpty}
      </FarmGrid>
      <EndedFarms rows={list.ended} />
      <SectionBoundary what={programmeContent.section}>
        <Programme tokenFarms={tokenFarms.length} lpFarms={running.length - tokenFarms.length} />
      </SectionBoundary>
    </>
  )
}

function isPoolToken(kind: FarmRow['token']['kind']): boolean {
  return kind === 'long' || kind === 'short'
}

/** A list of cards under its title; where there are none, a sentence instead. */
function FarmGrid({
  title,
  rows,
  nowSec,
  children,
}: {
  title: string
  rows: readonly FarmRow[]
  nowSec: bigint
  children: ReactNode
}) {
  if (rows.length === 0 && children === undefined) return null
  return (
    <section aria-label={title} className="space-y-3">
      <h2 className="font-semibold">{title}</h2>
      {rows.length === 0 && <div className="text-muted">{children}</div>}
      {rows.length > 0 && (
        <div className="grid items-start gap-4 md:grid-cols-2 lg:grid-cols-3">
          {rows.map((row) => (
            // The farm stays the same while it moves up or down the list.
            <SectionBoundary key={row.farm.address} what={row.name}>
              <FarmCard row={row} nowSec={nowSec} />
            </SectionBoundary>
          ))}
        </div>
      )}
    </section>
  )
}

/** Farms that could not be read, by their addresses: a stake there is not lost. */
function Unread({ failed }: { failed: readonly string[] }) {
  const network = useNetwork()
  const explorerUrl = useExplorerUrl()
  const farms = new Set<string>(resolveFarms(network).map(({ address }) => address))
  const unread = failed.filter((address) => farms.has(address))
  if (unread.length === 0) return null
  return (
    <Notice tone="warn" standing>
      {content.unread(unread.length)}{' '}
      {unread.map((address) => (
        <AddressLink
          key={address}
          address={address}
          explorerUrl={explorerUrl}
          label={content.theFarm}
        />
      ))}
    </Notice>
  )
}
