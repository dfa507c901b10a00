import type { ReactNode } from 'react'
import type { OutsideHolding } from '../../data/outsideOf'
import type { StakeValue } from '../../data/stakedToken'
import { valueParts } from '../../data/valueParts'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { AmountList } from '../../ui/AmountList'
import { Fact } from '../../ui/Facts'
import { portfolioContent } from './content'

const { holding: content } = portfolioContent

/** What lies in farms and in Balancer's pools, each with what LP tokens stand for. */
export function OutsideFacts({ outside: { stakes, liquidity } }: { outside: OutsideHolding }) {
  return (
    <>
      {stakes.length > 0 && (
        <Fact name={content.staked}>
          {stakes.map(({ farm, token, staked, value }) => {
            const { symbol, decimals } = farm.stakingToken
            const unit = { decimals, symbol: content.units[token.kind] || symbol }
            return (
              <Line key={farm.address} amount={<Amount value={staked} token={unit} />}>
                {token.kind === 'lp' && value !== undefined && <Unwrapped value={value} />}
              </Line>
            )
          })}
        </Fact>
      )}
      {liquidity.length > 0 && (
        <Fact name={content.liquidity} hint={content.liquidityHint}>
          {liquidity.map(({ lp, value }) => {
            const unit = { decimals: WAD_DECIMALS, symbol: content.units.lp }
            return (
              <Line key={lp.address} amount={<Amount value={lp.held} token={unit} />}>
                {value !== undefined && <Unwrapped value={value} />}
              </Line>
            )
          })}
        </Fact>
      )}
    </>
  )
}

function Line({ amount, children }: { amount: ReactNode; children: ReactNode }) {
  return (
    <span className="block">
      {amount}
      {children}
    </span>
  )
}

/** What LP tokens stand for, with what has no price here apart. */
function Unwrapped({ value }: { value: StakeValue }) {
  const { unpriced } = value
  return (
    <span className="block text-xs text-muted">
      {content.unwrapped(<AmountList amounts={valueParts({ ...value, unpriced: [] })} />)}
      {unpriced.length > 0 && (
        <>
          {' '}
          {content.notInValue(
            <AmountList
              amounts={unpriced.map(({ token, amount }) => ({ token, value: amount }))}
            />,
          )}
        </>
      )}
    </span>
  )
}
