import { useExplorerUrl } from '../../data/useExplorerUrl'
import { formatName } from '../../format/formatAddress'
import { formatPercent } from '../../format/formatRatio'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { Name } from '../../ui/Name'
import { ScrollArea } from '../../ui/ScrollArea'
import { liquidityContent } from './content'
import { type LiquidityPool, LP_DECIMALS, worthOfAmounts } from './liquidityPool'
import { WorthFact } from './WorthFact'

const { contents: content } = liquidityContent

/** The pool's tokens with their balances, weights and values, and what else there is to know of it. */
export function PoolContents({ pool }: { pool: LiquidityPool }) {
  const { lp, market, name, block } = pool
  const explorerUrl = useExplorerUrl()
  return (
    <Card title={content.title}>
      <Tokens pool={pool} />
      <Facts>
        <Total pool={pool} />
        <Fact name={content.swapFee}>{formatPercent(lp.swapFeeWad)}</Fact>
        <Fact name={content.supply}>
          <Amount value={lp.totalSupply} token={{ symbol: '', decimals: LP_DECIMALS }} />
        </Fact>
        <Fact name={content.contract}>
          <AddressLink address={lp.address} explorerUrl={explorerUrl} label={name} />
        </Fact>
      </Facts>
      <p className="mt-2 text-xs text-muted">
        {content.block(block.toString())}
        {market === undefined && ` · ${content.marketUnread}`}
      </p>
    </Card>
  )
}

function Tokens({ pool }: { pool: LiquidityPool }) {
  const settlement = pool.market?.facts.settlementToken
  const worthAt = (index: number) => {
    const amounts = pool.tokens.map(({ balance }, other) => (other === index ? balance : 0n))
    const worth = worthOfAmounts(pool, amounts)
    return worth === undefined || worth.unpriced.some(({ amount }) => amount > 0n)
      ? undefined
      : worth.worth
  }
  const cell = 'py-1.5 pl-2 font-normal sm:pl-3'
  return (
    <ScrollArea label={content.table} className="mb-1">
      <table className="tabular w-full border-b border-line text-right max-sm:text-xs">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 text-left font-normal">
              {content.token}
            </th>
            {[content.balance, content.weight].map((column) => (
              <th key={column} scope="col" className={cell}>
                {column}
              </th>
            ))}
            <th scope="col" className={cell}>
              {content.value} {settlement !== undefined && <Name of={settlement.symbol} />}
            </th>
          </tr>
        </thead>
        <tbody>
          {pool.order.map((index) => {
            const token = pool.tokens[index]
            if (token === undefined) return null
            const value = worthAt(index)
            return (
              <tr key={token.address} className="border-b border-line last:border-0">
                <th scope="row" className="py-1.5 text-left font-medium">
                  <bdi>{formatName(token.symbol, 12)}</bdi>
                </th>
                <td className={cell}>
                  <Amount value={token.balance} token={{ ...token, symbol: '' }} />
                </td>
                <td className={cell}>{formatPercent(token.weightWad)}</td>
                <td className={cell}>
                  {value === undefined || settlement === undefined ? (
                    <span className="text-muted">{content.unknown}</span>
                  ) : (
                    <Amount value={value} token={{ ...settlement, symbol: '' }} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Total({ pool }: { pool: LiquidityPool }) {
  const worth = worthOfAmounts(
    pool,
    pool.tokens.map(({ balance }) => balance),
  )
  if (pool.market === undefined || worth === undefined) return null
  return <WorthFact name={content.total} worth={worth} token={pool.market.facts.settlementToken} />
}
