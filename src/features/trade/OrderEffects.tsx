import { quadToWad, type Side, tokenPrice } from '../../analytics/poolFigures'
import { useDollars } from '../../data/useDollars'
import { Explain } from '../../explain/Explain'
import { formatAmount } from '../../format/formatAmount'
import { formatTokenPrice, formatWad } from '../../format/formatRatio'
import { CommitType } from '../../protocol/commitType'
import type { PoolStanding } from '../../protocol/projection'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { Name } from '../../ui/Name'
import { knownOutlook, type LiveOrder, type OrderProps } from './useOrder'
import { useOrderGas } from './useOrderGas'

/** Prices, every fee in money, gas, and what the order does to everybody's skew and leverage. */
export function OrderEffects({ pool, order, autoClaimWei }: OrderProps) {
  const { facts } = pool
  const known = knownOutlook(order)
  const dollarsOf = useDollars()
  const money = (value: bigint | undefined) =>
    value === undefined ? (
      '—'
    ) : (
      <>
        <Dollars wad={dollarsOf(value, facts.settlementToken)} />{' '}
        <Amount value={value} token={facts.settlementToken} />
      </>
    )
  return (
    <Facts>
      {sidesOf(order).map((side) => (
        <Fact key={side} name={`Price of a ${side} token, now → then`}>
          {formatTokenPrice(tokenPrice(pool.snapshot, side).wad)} →{' '}
          {known === undefined ? '—' : formatTokenPrice(quadToWad(known.prices[side]))}{' '}
          <span className="text-muted">
            <Name of={facts.settlementToken.symbol} />
          </span>
        </Fact>
      ))}
      <Fact name="Minting fee">{money(known?.mintingFee)}</Fact>
      <Fact name="Burning fee">{money(known?.burningFee)}</Fact>
      <Fact
        name="Management fee until then"
        hint="Taken from tokens at every rebalance; money that waits to be minted pays none"
      >
        {money(known?.managementFee)}
      </Fact>
      <Gas pool={pool} order={order} autoClaimWei={autoClaimWei} />
      <Standing before={known?.standing.without} after={known?.standing.with} />
    </Facts>
  )
}

function sidesOf({ choice, form }: LiveOrder): readonly Side[] {
  if (form.action === 'straddle' || form.action === 'flip') return ['long', 'short']
  const [type] = choice.commitTypes
  return type === CommitType.LongMint || type === CommitType.LongBurn ? ['long'] : ['short']
}

function Gas({ pool, order, autoClaimWei }: OrderProps) {
  const gas = useOrderGas(pool, order, autoClaimWei)
  return (
    <Fact name="Network fee, estimated" hint="Gas at the price of now; the wallet decides">
      {gas === undefined ? (
        '—'
      ) : (
        <>
          ≈ {formatAmount(gas.wei, 18, { maxDecimals: 8 })} <span className="text-muted">ETH</span>
          {gas.isUsual && (
            <span className="block text-xs text-muted">
              the approval’s, and what such a commit usually takes
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
  before: PoolStanding | undefined
  after: PoolStanding | undefined
}) {
  const isKnown = before !== undefined && after !== undefined
  return (
    <>
      <Fact name="Skew, without → with it" explain={<Explain topic="skew" />}>
        {isKnown ? `${skewText(before.skewWad)} → ${skewText(after.skewWad)}` : '—'}
      </Fact>
      {(['longGainWad', 'shortGainWad'] as const).map((key) => (
        <Fact
          key={key}
          name={key === 'longGainWad' ? 'Longs’ leverage on gains' : 'Shorts’ leverage on gains'}
        >
          {isKnown
            ? `${leverageText(before.effectiveLeverage?.[key])} → ${leverageText(after.effectiveLeverage?.[key])}`
            : '—'}
        </Fact>
      ))}
    </>
  )
}

function skewText(skewWad: bigint | undefined): string {
  return skewWad === undefined ? 'none' : formatWad(skewWad, 4)
}

function leverageText(wad: bigint | undefined): string {
  return wad === undefined ? 'none' : `${formatWad(wad, 3)}x`
}
