import { getOraclePrice } from '../../../protocol/poolKeeper'
import {
  convertUIntToDecimal,
  divInt,
  mintingOrBurningFee,
  multiplyBytes,
  multiplyDecimalByUInt,
  sigmoid,
  subtractBytes,
} from '../../../protocol/poolSwapLibrary'
import { ONE, type Quad, toUInt } from '../../../protocol/quad'
import type { ReplayStep } from './replay'

/** The exact value of a line. */
export type ExplainedValue =
  /** Settlement units. */
  | { readonly kind: 'units'; readonly units: bigint }
  /** Index price, wad. */
  | { readonly kind: 'price'; readonly wad: bigint }
  /** A binary128 number of the contracts, all bits. */
  | { readonly kind: 'ratio'; readonly quad: Quad }
  /** A wad-scaled rate as a binary128 number. */
  | { readonly kind: 'rate'; readonly quad: Quad }

/** One line of an upkeep's arithmetic. */
export interface ExplainedLine {
  /** What is computed, by its name in the contracts. */
  readonly name: string
  /** How, in the names of the contracts and of earlier lines; empty for what is given. */
  readonly expression: string
  readonly value: ExplainedValue
  /** The contract's function. */
  readonly source: string
}

const TRANSFER = 'PoolSwapLibrary.calculateValueTransfer'

/**
 * The arithmetic of one upkeep line by line, computed again with the functions of the mirror, and with the Solidity names.
 * The last balances are those of the step.
 *
 * @returns Nothing but the prices for an upkeep that failed or moved no value because a price was not above zero
 */
export function explainUpkeep(step: ReplayStep): readonly ExplainedLine[] {
  const { upkeep } = step
  const lines = [...explainPrices(step)]
  if (upkeep.status !== 'done' || upkeep.rebalance === undefined) return lines
  lines.push(...explainTransfer(step), ...explainRest(step))
  return lines
}

function units(value: bigint): ExplainedValue {
  return { kind: 'units', units: value }
}

function explainPrices({ before, upkeep, indexPriceWad }: ReplayStep): ExplainedLine[] {
  const price = (name: string, wad: bigint, expression: string, source: string): ExplainedLine => ({
    name,
    expression,
    value: { kind: 'price', wad },
    source,
  })
  const lines = [
    price('oldPrice', before.executionPriceWad, 'executionPrice[pool]', 'PoolKeeper'),
    price('spotPrice', indexPriceWad, '', 'ChainlinkOracleWrapper.getPrice'),
  ]
  const { oracle } = upkeep.pool
  // A failed upkeep has polled its oracle too, and would have used this price.
  const newPrice = getOraclePrice(oracle)
  if (oracle.kind === 'sma') {
    const count = oracle.prices.length
    oracle.prices.forEach((sample, i) => {
      lines.push(price(`prices[${i}]`, sample, '', 'SMAOracle.prices'))
    })
    const sum = oracle.prices.reduce((a, b) => a + b, 0n)
    lines.push(price('sum', sum, `prices[0] + … + prices[${count - 1}]`, 'SMAOracle.getPrice'))
    lines.push(price('newPrice', newPrice, `sum / ${count}`, 'SMAOracle.getPrice'))
  } else lines.push(price('newPrice', newPrice, 'spotPrice', 'LeveragedPool.getOraclePrice'))
  return lines
}

function explainTransfer({ before, upkeep }: ReplayStep): ExplainedLine[] {
  const { longBalance, shortBalance, fee, leverageAmount } = before
  const [oldPrice, newPrice] = [before.executionPriceWad, upkeep.endPriceWad]
  const longFeeAmount = mintingOrBurningFee(fee, longBalance)
  const shortFeeAmount = mintingOrBurningFee(fee, shortBalance)
  const long = longBalance - longFeeAmount
  const short = shortBalance - shortFeeAmount
  const isRise = newPrice >= oldPrice
  const ratio = isRise ? divInt(oldPrice, newPrice) : divInt(newPrice, oldPrice)
  const poolMultiplier = sigmoid(leverageAmount, ratio)
  const kept = subtractBytes(ONE, poolMultiplier)
  const losing = isRise ? short : long
  const gain = toUInt(multiplyDecimalByUInt(poolMultiplier, losing))
  const left = toUInt(multiplyBytes(convertUIntToDecimal(losing), kept))
  const dust = losing - gain - left
  const [winner, loser] = isRise ? ['longBalance', 'shortBalance'] : ['shortBalance', 'longBalance']
  const winning = isRise ? long : short
  const line = (name: string, expression: string, value: ExplainedValue): ExplainedLine => ({
    name,
    expression,
    value,
    source: TRANSFER,
  })
  return [
    line('longBalance', 'before the rebalance', units(longBalance)),
    line('shortBalance', 'before the rebalance', units(shortBalance)),
    line('leverageAmount', '', { kind: 'ratio', quad: leverageAmount }),
    line('fee', 'of one update interval', { kind: 'rate', quad: fee }),
    line('longFeeAmount', 'mintingOrBurningFee(fee, longBalance)', units(longFeeAmount)),
    line('shortFeeAmount', 'mintingOrBurningFee(fee, shortBalance)', units(shortFeeAmount)),
    line('longBalance', 'longBalance − longFeeAmount', units(long)),
    line('shortBalance', 'shortBalance − shortFeeAmount', units(short)),
    line('ratio', isRise ? 'divInt(oldPrice, newPrice)' : 'divInt(newPrice, oldPrice)', {
      kind: 'ratio',
      quad: ratio,
    }),
    line('poolMultiplier', '2 / (1 + e^(−2 · leverageAmount · (1 − ratio))) − 1', {
      kind: 'ratio',
      quad: poolMultiplier,
    }),
    line('gain', `toUInt(${loser} · poolMultiplier)`, units(gain)),
    line(loser as string, `toUInt(${loser} · (1 − poolMultiplier))`, units(left)),
    line(winner as string, `${winner} + gain`, units(winning + gain)),
    line('dust', `sumBeforePriceChange − (longBalance + shortBalance)`, units(dust)),
    // A price that has not moved counts as a rise for the transfer, and as a fall for the dust.
    newPrice > oldPrice
      ? line('longBalance', 'longBalance + dust', units(isRise ? winning + gain + dust : left))
      : line('shortBalance', 'shortBalance + dust', units((isRise ? left : winning + gain) + dust)),
  ]
}

function explainRest(step: ReplayStep): ExplainedLine[] {
  const { before, upkeep, after, flow, keeperReward } = step
  const line = (name: string, expression: string, amount: bigint, source: string) => ({
    name,
    expression,
    value: units(amount),
    source,
  })
  const primary = upkeep.pool.primaryFees - before.primaryFees
  const secondary = upkeep.pool.secondaryFees - before.secondaryFees
  const percent = `${before.secondaryFeeSplitPercent} / 100`
  const lines: ExplainedLine[] = [
    line(
      'secondaryFee',
      `mulFraction(longFeeAmount + shortFeeAmount, ${percent})`,
      secondary,
      'LeveragedPool.feeTransfer',
    ),
    line(
      'primaryFee',
      'longFeeAmount + shortFeeAmount − secondaryFee',
      primary,
      'LeveragedPool.feeTransfer',
    ),
  ]
  if (flow.from !== undefined) {
    const name = flow.from === 'long' ? 'longBurnShortMint' : 'shortBurnLongMint'
    const source = 'PoolCommitter.executeGivenCommitments'
    lines.push(line(name, 'assumed flow, before fees', flow.amount, source))
  }
  const paid = keeperReward.long + keeperReward.short
  if (paid > 0n) {
    const source = 'PoolSwapLibrary.getBalancesAfterFees'
    lines.push(
      line('reward', 'estimated from gas', paid, 'KeeperRewards.keeperReward'),
      line(
        'shortFees',
        'reward · shortBalance / (shortBalance + longBalance)',
        keeperReward.short,
        source,
      ),
      line('longFees', 'reward − shortFees', keeperReward.long, source),
    )
  }
  const source = 'LeveragedPool.balances'
  lines.push(line('longBalance', 'after the rebalance', after.longBalance, source))
  lines.push(line('shortBalance', 'after the rebalance', after.shortBalance, source))
  return lines
}
