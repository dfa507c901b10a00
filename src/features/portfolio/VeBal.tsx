import type { ReactNode } from 'react'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'

const VEBAL = { symbol: 'veBAL', decimals: 18 }

/**
 * veBAL, which stays where it is, and why no market settles in it.
 *
 * @param balanceWei On Ethereum, 18 decimals; undefined when Ethereum is not read
 */
export function VeBal({ balanceWei }: { balanceWei: bigint | undefined }): ReactNode {
  return (
    <Card title="veBAL">
      <Facts>
        <Fact name="On Ethereum">
          {balanceWei === undefined ? (
            <span className="text-muted">not read</span>
          ) : (
            <Amount value={balanceWei} token={VEBAL} />
          )}
        </Fact>
      </Facts>
      <p className="mt-3 max-w-prose text-xs text-muted">
        veBAL cannot be moved, so it cannot be put into a pool and no market can settle in it. A
        market can settle in BAL; BAL in a pool does not vote.
      </p>
    </Card>
  )
}
