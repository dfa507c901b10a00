import { useMemo } from 'react'
import { Link } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useLiveAccountHistory } from '../../data/AccountHistoryProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useLpWorth } from '../../data/useLpWorth'
import { usePoolLedgers } from '../../data/usePoolLedger'
import { Amount } from '../../ui/Amount'
import { profitContent as content } from './content'
import { Gain } from './Gain'
import { hasLiquidity, profitOf } from './profitOf'
import { SignedAmount } from './SignedAmount'
import { type ProfitTotal, totalProfits } from './totalProfits'

/**
 * What the account has made over all markets, by settlement token: those it has a position in, and those it has left.
 *
 * @param held Markets with a position
 */
export function ProfitTotals({ held }: { held: readonly PoolAtBlock[] }) {
  const { state } = useLiveAccountHistory()
  const left = useLeftPools(held)
  const pools = [...held, ...left]
  const ledgers = usePoolLedgers(pools)
  const known = ledgers.map(({ read }) => read?.ledger)
  const lpWorth = useLpWorth(known.some((ledger) => ledger !== undefined && hasLiquidity(ledger)))
  const profits = pools.map((pool, index) => {
    const ledger = known[index]
    return ledger && profitOf(ledger, pool, (lp, tokens) => lpWorth(pool, lp, tokens))
  })
  // Without positions nothing is missing while the history loads: most have none. That it can't be loaded is said.
  const isUnread = state.headBlock === undefined && state.status !== 'loading'
  if (isUnread || profits.includes(undefined)) {
    const isLoading = ledgers.some(
      ({ read, error }, index) =>
        (read === undefined && error === undefined) ||
        (known[index] !== undefined && profits[index] === undefined),
    )
    return (
      <p className="min-h-6 text-muted">
        {state.status === 'waiting'
          ? content.waitingAll
          : isLoading
            ? content.loadingAll
            : content.notAll}
      </p>
    )
  }
  const totals = totalProfits(
    profits.flatMap((profit, index) => {
      const pool = pools[index]
      if (pool === undefined || profit === undefined) return []
      return { pool, profit, isClosed: index >= held.length }
    }),
  )
  return (
    <>
      {totals.map((total) => (
        <TotalProfit key={`${total.token.address} ${total.isInVerified}`} total={total} />
      ))}
      {totals.length > 0 && !state.isWhole && (
        <p className="text-xs text-muted">
          {state.status === 'loading'
            ? content.olderLoading
            : content.olderMissing(state.fromBlock?.toLocaleString('en') ?? '—')}
        </p>
      )}
    </>
  )
}

function TotalProfit({ total }: { total: ProfitTotal }) {
  const linkTo = useAccountLink()
  const { token, isInVerified, everPutIn, closed, closedGain, unknownWorth, hasUnknownLp } = total
  const [only, ...others] = closed
  const query =
    only === undefined || others.length > 0 ? '' : `?market=${only.facts.address.toLowerCase()}`
  return (
    <div>
      {everPutIn > 0n && (
        <p className="min-h-6">
          <span className="text-muted">{isInVerified ? content.line : content.lineUnverified}</span>{' '}
          <Gain profit={total} token={token} />{' '}
          <span className="text-muted">
            {content.onPutIn(<Amount value={everPutIn} token={token} />)}
          </span>
        </p>
      )}
      {closed.length > 0 && (
        <p className="text-xs text-muted">
          {content.closed(
            <SignedAmount value={closedGain} token={token} />,
            <Link
              to={linkTo(`/portfolio/history${query}`)}
              className="underline underline-offset-4 hover:text-ink"
            >
              {content.closedMarkets(closed.length)}
            </Link>,
          )}
        </p>
      )}
      {unknownWorth > 0n && (
        <p className="text-xs text-muted">
          {content.unknownCost(<Amount value={unknownWorth} token={token} />)}
        </p>
      )}
      {hasUnknownLp && <p className="text-xs text-muted">{content.unknownLpCost}</p>}
    </div>
  )
}

/** Markets in which the account has a past and no position. One that couldn't be read for the account is not known to be left. */
function useLeftPools(held: readonly PoolAtBlock[]): readonly PoolAtBlock[] {
  const { entries } = useLiveAccountHistory().state
  const pools = useSnapshot().snapshot?.pools
  const withEntries = useMemo(
    () => new Set(entries.map(({ pool }) => pool.toLowerCase())),
    [entries],
  )
  return useMemo(() => {
    const isHeld = new Set(held.map(({ facts }) => facts.address))
    return (pools ?? []).filter(
      ({ facts, account }) =>
        account !== undefined &&
        !isHeld.has(facts.address) &&
        withEntries.has(facts.address.toLowerCase()),
    )
  }, [pools, held, withEntries])
}
