import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { currentBrand } from '../../brand/currentBrand'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useAccountLink } from '../../data/useAccountLink'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { Notice } from '../../ui/Notice'
import { portfolioContent } from './content'
import { Owned } from './Owned'
import { WatchForm } from './WatchForm'

const content = portfolioContent
const LINK = 'text-muted underline underline-offset-4 hover:text-ink max-sm:py-2'

/**
 * Everything an account owns, added up: wallet, escrow and queue, per pool and per settlement token. Its first line says how much
 * that is, its second what can be claimed.
 *
 * @param children Pending commits, executed orders and approvals, over all pools
 * @param transactions Those that are not finished, and the last results
 * @param profit What the account has made, with a position in these pools
 * @param poolProfit The same of one pool, a row of its facts
 * @param actions What can be done with a pool's escrow, and whether others can be claimed as well: the main button is then the one for all
 * @param hint What a wallet without positions may have to do first
 */
export function PortfolioPage({
  children,
  transactions,
  profit,
  poolProfit,
  actions,
  hint,
}: {
  children: ReactNode
  transactions: ReactNode
  profit: (held: readonly PoolAtBlock[]) => ReactNode
  poolProfit: (pool: PoolAtBlock) => ReactNode
  actions: (pool: PoolAtBlock, isOneOfMany: boolean) => ReactNode
  hint: ReactNode
}) {
  const { requested, watched } = useWatchedAccount()
  const linkTo = useAccountLink()
  const isBad = requested !== undefined && watched === undefined
  return (
    <div className="space-y-5">
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <header className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
        <h1 className="text-xl font-semibold">{content.title}</h1>
        <p className="mr-auto flex flex-wrap gap-x-5">
          <Link to={linkTo('/portfolio/history')} className={LINK}>
            {content.history}
          </Link>
          <Link to="/transactions" className={LINK}>
            {content.transactions}
          </Link>
        </p>
        {currentBrand.features.watchForm && (
          <WatchForm key={requested} shown={requested} isBad={isBad} />
        )}
      </header>
      {isBad ? (
        <Notice tone="error">{content.watch.invalid(requested.slice(0, 60))}</Notice>
      ) : (
        <Owned
          watched={watched}
          transactions={transactions}
          profit={profit}
          poolProfit={poolProfit}
          actions={actions}
          hint={hint}
        >
          {children}
        </Owned>
      )}
    </div>
  )
}
