import { quadToWad, type Side, tokenPrice } from '../../analytics/poolFigures'
import { useDollars } from '../../data/useDollars'
import { useEthDollars } from '../../data/useEthDollars'
import { useExecutionTime } from '../../data/useExecutionTime'
import { Explain } from '../../explain/Explain'
import { formatAmount } from '../../format/formatAmount'
import { formatTokenPrice, formatWad } from '../../format/formatRatio'
import { formatClock, formatDuration } from '../../format/formatTime'
import { CommitType } from '../../protocol/commitType'
import type { PoolSkewState } from '../../protocol/projection'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { describeEarliest } from '../../ui/describeEarliest'
import { Fact, Facts } from '../../ui/Facts'
import { Name } from '../../ui/Name'
import { tradeContent } from './content'
import { knownOutlook, type LiveOrder, type OrderProps } from './useOrder'
import { useOrderGas } from './useOrderGas'

const content = tradeContent.effects

/** When exactly, prices, every fee in money, gas, and what the order does to everybody's skew and leverage. */
export function OrderEffects({ pool, order, autoClaimWei }: OrderProps) {
  const { facts } = pool
  const known = knownOutlook(order)
  const dollarsOf = useDollars()
  const money = (value: bigint | undefined) =>
    value === undefined ? (
      '—'
    ) : (
      <>
        <Amount value={value} token={facts.settlementToken} />{' '}
        <Dollars wad={dollarsOf(value, facts.settlementToken)} />
      </>
    )
  return (
    <Facts>
      <Execution pool={pool} order={order} />
      {sidesOf(order).map((side) => (
        <Fact key={side} name={content.price(side)}>
          {formatTokenPrice(tokenPrice(pool.snapshot, side).wad)} →{' '}
          {known === undefined ? '—' : formatTokenPrice(quadToWad(known.prices[side]))}{' '}
          <span className="text-muted">
            <Name of={facts.settlementToken.symbol} />
          </span>
        </Fact>
      ))}
      <Fact name={content.mintingFee}>{money(known?.mintingFee)}</Fact>
      <Fact name={content.burningFee}>{money(known?.burningFee)}</Fact>
      <Fact name={content.managementFee} hint={content.managementFeeHint}>
        {money(known?.managementFee)}
      </Fact>
      <Gas pool={pool} order={order} autoClaimWei={autoClaimWei} />
      <Standing before={known?.standing.without} after={known?.standing.with} />
    </Facts>
  )
}

/** The earliest time to the second, and the interval that the contract counts. */
function Execution({ pool: { snapshot }, order }: Pick<OrderProps, 'pool' | 'order'>) {
  const { nowSec, timeOf } = useExecutionTime(snapshot)
  const executesAt = Number(knownOutlook(order)?.executesAtSec ?? order.slot.executesAtSec)
  return (
    <>
      <Fact name={content.earliest}>
        {describeEarliest(timeOf(executesAt), nowSec) ??
          content.in(formatClock(executesAt, nowSec), formatDuration(executesAt - nowSec))}
      </Fact>
      <Fact name={content.interval}>{order.slot.updateIntervalId.toString()}</Fact>
    </>
  )
}

function sidesOf({ choice, form }: LiveOrder): readonly Side[] {
  if (form.action === 'straddle' || form.action === 'flip') return ['long', 'short']
  const [type] = choice.commitTypes
  return type === CommitType.LongMint || type === CommitType.LongBurn ? ['long'] : ['short']
}

function Gas({ pool, order, autoClaimWei }: OrderProps) {
  const gas = useOrderGas(pool, order, autoClaimWei)
  const dollarsOf = useEthDollars()
  return (
    <Fact name={content.networkFee} hint={content.networkFeeHint}>
      {gas === undefined ? (
        '—'
      ) : (
        <>
          ≈ {formatAmount(gas.wei, 18, { maxDecimals: 8 })} <span className="text-muted">ETH</span>{' '}
          <Dollars wad={dollarsOf(gas.wei)} />
          {gas.isUsual && (
            <span className="block text-xs text-muted">
              {content.networkFeeUsual(order.legs.length)}
            </span>
          )}
        </>
      )}
    </Fact>
  )
}

/** What the order itself does to the skew and to both sides' leverage on gains. */
function Standing({
  before,
  after,
}: {
  before: PoolSkewState | undefined
  after: PoolSkewState | undefined
}) {
  const isKnown = before !== undefined && after !== undefined
  return (
    <>
      <Fact name={content.skew} explain={<Explain topic="skew" />}>
        {isKnown ? `${skewText(before.skewWad)} → ${skewText(after.skewWad)}` : '—'}
      </Fact>
      {(['longGainWad', 'shortGainWad'] as const).map((key) => (
        <Fact key={key} name={key === 'longGainWad' ? content.longLeverage : content.shortLeverage}>
          {isKnown
            ? `${leverageText(before.effectiveLeverage?.[key])} → ${leverageText(after.effectiveLeverage?.[key])}`
            : '—'}
        </Fact>
      ))}
    </>
  )
}

function skewText(skewWad: bigint | undefined): string {
  return skewWad === undefined ? content.none : formatWad(skewWad, 4)
}

function leverageText(wad: bigint | undefined): string {
  return wad === undefined ? content.none : `${formatWad(wad, 3)}x`
}
