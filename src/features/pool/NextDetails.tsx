import { tokenPrice } from '../../analytics/poolFigures'
import type { PoolFacts } from '../../chain/poolFacts'
import type { BlockStamp } from '../../chain/snapshot'
import { formatName } from '../../format/formatAddress'
import { formatPrice, formatTokenPrice } from '../../format/formatRatio'
import type { Upkeep } from '../../protocol/poolKeeper'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { ChangeTable } from './ChangeTable'
import { poolContent } from './content'

const content = poolContent.next

/** All that an upkeep changes, what it costs and which intervals it executes. */
export function NextDetails({
  facts,
  before,
  upkeep: { pool: after, rebalance, executed, startPriceWad, endPriceWad },
  keeperRewardEstimate,
  block,
}: {
  facts: PoolFacts
  before: PoolSnapshot
  upkeep: Upkeep
  keeperRewardEstimate: bigint | undefined
  block: BlockStamp | undefined
}) {
  const token = { ...facts.settlementToken, symbol: formatName(facts.settlementToken.symbol) }
  const price = (pool: PoolSnapshot, side: 'long' | 'short') => tokenPrice(pool, side).wad
  return (
    <>
      <ChangeTable
        rows={[
          {
            name: content.balance(token.symbol),
            long: [before.longBalance, after.longBalance],
            short: [before.shortBalance, after.shortBalance],
            format: (value) => <Amount value={value} token={{ ...token, symbol: '' }} />,
          },
          {
            name: content.supply,
            long: [before.longTokenSupply, after.longTokenSupply],
            short: [before.shortTokenSupply, after.shortTokenSupply],
            format: (value) => <Amount value={value} token={{ ...facts.longToken, symbol: '' }} />,
          },
          {
            name: content.tokenPrice(token.symbol),
            long: [price(before, 'long'), price(after, 'long')],
            short: [price(before, 'short'), price(after, 'short')],
            format: (value) => formatTokenPrice(value),
          },
        ]}
      />
      <div className="mt-3">
        <Facts>
          <Fact
            name={facts.oracle.kind === 'sma' ? content.priceUsedSma : content.priceUsed}
            hint={content.priceUsedHint}
          >
            {formatPrice(startPriceWad)} → {formatPrice(endPriceWad)}{' '}
            <span className="text-muted">{facts.quote}</span>
          </Fact>
          {rebalance !== undefined && (
            <Fact name={content.managementFee}>
              <Amount value={rebalance.longFeeAmount + rebalance.shortFeeAmount} token={token} />
            </Fact>
          )}
          <Fact name={content.keeperReward} hint={content.keeperRewardHint}>
            {keeperRewardEstimate === undefined ? (
              content.unknown
            ) : keeperRewardEstimate === 0n ? (
              content.none
            ) : (
              <>
                ≈ <Amount value={keeperRewardEstimate} token={token} />
              </>
            )}
          </Fact>
          <Fact name={content.intervals}>
            {executed.map(({ updateIntervalId }) => updateIntervalId).join(', ')}
          </Fact>
        </Facts>
      </div>
      <p className="mt-3 text-xs text-muted">
        {content.exactness(block?.number.toString() ?? '—')}
      </p>
    </>
  )
}
