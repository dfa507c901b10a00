import type { ReactNode } from 'react'
import type { TokenFees } from '../../analytics/secondary/lpFees'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { useSnapshot } from '../../data/SnapshotProvider'
import { formatDate } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { liquidityContent } from './content'
import { type LiquidityPool, unpricedNames, worthOfAmounts } from './liquidityPool'
import { PoolAmounts } from './PoolAmounts'
import { useLpFees } from './useLpFees'

const { fees: content } = liquidityContent

/** What swaps have paid to the pool's liquidity, and the account's part of it, with since when that is known. */
export function SwapFees({ pool, farms }: { pool: LiquidityPool; farms: Secondary['farms'] }) {
  const { account } = useSnapshot()
  const { read, error, retry } = useLpFees(pool, farms)
  if (error !== null)
    return (
      <Card title={content.title}>
        <p className="text-warn">
          {error instanceof RangeError ? content.inconsistent : content.failed}
        </p>
        <Button className="mt-2" onClick={retry}>
          {content.retry}
        </Button>
      </Card>
    )
  if (read === undefined)
    return (
      <Card title={content.title}>
        <div aria-busy="true" className="grid min-h-32 content-start gap-3">
          <p className="text-muted">{content.loading}</p>
          <Skeleton width="60%" />
        </div>
      </Card>
    )
  const { fees, fromBlock, fromSec, toBlock } = read
  const date = formatDate('dayAndYear', new Date(Number(fromSec) * 1_000))
  return (
    <Card title={content.title}>
      <div className="min-h-32">
        {fees.swaps === 0 ? (
          <p className="text-muted">{content.none}</p>
        ) : (
          <Facts>
            {account !== undefined && (
              <Fact name={content.own}>
                <Amounts pool={pool} tokens={fees.tokens} pick={({ own }) => own} />
              </Fact>
            )}
            <Fact name={content.all}>
              <Amounts pool={pool} tokens={fees.tokens} pick={({ paid }) => paid} />
            </Fact>
            <Fact name={content.swaps}>{fees.swaps.toLocaleString('en')}</Fact>
          </Facts>
        )}
        <p className="mt-2 text-xs text-muted">
          {fees.isFromCreation ? content.sinceStart : content.since(fromBlock.toString(), date)}{' '}
          {content.until(toBlock.toString())}
        </p>
        {fees.swaps > 0 && <p className="mt-1 text-xs text-muted">{content.how}</p>}
      </div>
    </Card>
  )
}

function Amounts({
  pool,
  tokens,
  pick,
}: {
  pool: LiquidityPool
  tokens: readonly TokenFees[]
  pick: (fees: TokenFees) => bigint
}): ReactNode {
  const amounts = pool.tokens.map(({ address }) => {
    const found = tokens.find(({ token }) => token === address.toLowerCase())
    return found === undefined ? 0n : pick(found)
  })
  const worth = worthOfAmounts(pool, amounts)
  if (amounts.every((amount) => amount === 0n))
    return <span className="text-muted">{content.nothing}</span>
  return (
    <>
      <PoolAmounts pool={pool} amounts={amounts} />
      {pool.market !== undefined && worth !== undefined && worth.worth > 0n && (
        <span className="block text-xs text-muted">
          {content.worth(
            <Amount value={worth.worth} token={pool.market.facts.settlementToken} />,
            unpricedNames(worth),
          )}
        </span>
      )}
    </>
  )
}
