import { tokenPrice } from '../../analytics/poolFigures'
import type { PoolFacts } from '../../chain/poolFacts'
import { formatName } from '../../format/formatAddress'
import { formatPercent, formatTokenPrice } from '../../format/formatRatio'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { poolContent } from './content'

const content = poolContent.next
const SIDES = ['long', 'short'] as const

/** What an upkeep does to the price of both tokens: before, after, and the change. */
export function TokenChanges({
  facts,
  before,
  after,
}: {
  facts: Pick<PoolFacts, 'settlementToken'>
  before: PoolSnapshot
  after: PoolSnapshot
}) {
  return (
    <table className="h-fit w-full">
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="pb-1 text-left font-medium">
            {content.side}
          </th>
          <th scope="col" className="pb-1 text-right font-medium wrap-anywhere">
            {content.tokenPrice(formatName(facts.settlementToken.symbol))}
          </th>
          <th scope="col" className="pb-1 text-right font-medium">
            {content.change}
          </th>
        </tr>
      </thead>
      <tbody className="tabular">
        {SIDES.map((side) => {
          const old = tokenPrice(before, side).wad
          const next = tokenPrice(after, side).wad
          return (
            <tr key={side} className="border-b border-line">
              <th
                scope="row"
                className={`py-1 text-left font-medium ${side === 'long' ? 'text-long' : 'text-short'}`}
              >
                {content[side]}
              </th>
              <td className="py-1 pl-2 text-right">
                <span className="whitespace-nowrap text-muted">{formatTokenPrice(old)} →</span>{' '}
                <span className="whitespace-nowrap">{formatTokenPrice(next)}</span>
              </td>
              <td className="py-1 pl-2 text-right font-semibold">
                {old === 0n
                  ? content.fromZero
                  : formatPercent(((next - old) * WAD) / old, 3, { signed: true })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
