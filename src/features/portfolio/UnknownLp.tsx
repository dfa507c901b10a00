import type { HeldLp } from '../../data/heldLp'
import { formatName } from '../../format/formatAddress'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { portfolioContent } from './content'

const { liquidity: content } = portfolioContent

/** LP tokens in the wallet that belong to none of the markets that were read: shown as themselves, since no price is known. */
export function UnknownLp({ liquidity }: { liquidity: readonly HeldLp[] }) {
  const unknown = liquidity.filter(({ value }) => value === undefined)
  if (unknown.length === 0) return null
  return (
    <Card title={content.title}>
      <ul className="divide-y divide-line">
        {unknown.map(({ lp }) => (
          <li
            key={lp.address}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
          >
            <Amount value={lp.held} token={{ symbol: content.unit, decimals: WAD_DECIMALS }} />
            <span className="text-muted">
              {content.notCounted(lp.tokens.map(({ symbol }) => formatName(symbol, 12)).join(', '))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
