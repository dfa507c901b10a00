import { MAX_DECIMALS } from './bounds'
import { checkedAdd, checkedMul, checkedSub } from './checkedMath'
import { RevertError } from './protocolError'
import {
  add,
  cmp,
  div,
  fromInt,
  fromUInt,
  mul,
  NEGATIVE_ZERO,
  ONE,
  POSITIVE_ZERO,
  type Quad,
  sub,
  toUInt,
} from './quad'
import { divUInts, EXACT_LIMIT, mulDivToUInt, mulToUInt } from './quadFused'
import { exp, log_2, pow_2 } from './quadTranscendental'
import { transferShare } from './transferShare'
import { appropriateUpdateIntervalId, isBeforeFrontRunningInterval } from './updateInterval'
import { WAD } from './wad'

// All of these belong to the Solidity library.
export { appropriateUpdateIntervalId, isBeforeFrontRunningInterval, MAX_DECIMALS, ONE }

/** @see PoolSwapLibrary.WAD_PRECISION */
export const WAD_PRECISION = WAD

const TWO = fromInt(2n)
const MINUS_TWO = fromInt(-2n)

/**
 * `_numerator / _denominator`; zero when the denominator is zero.
 *
 * @see PoolSwapLibrary.getRatio
 */
export function getRatio(_numerator: bigint, _denominator: bigint): Quad {
  if (_denominator === 0n) return POSITIVE_ZERO
  return div(fromUInt(_numerator), fromUInt(_denominator))
}

/** x · y. @see PoolSwapLibrary.multiplyBytes */
export function multiplyBytes(x: Quad, y: Quad): Quad {
  return mul(x, y)
}

/** x − y. @see PoolSwapLibrary.subtractBytes */
export function subtractBytes(x: Quad, y: Quad): Quad {
  return sub(x, y)
}

/** x + y. @see PoolSwapLibrary.addBytes */
export function addBytes(x: Quad, y: Quad): Quad {
  return add(x, y)
}

/**
 * Both balances after a keeper's reward, taken pro rata. Settlement units.
 *
 * @returns (shortBalance, longBalance)
 * @throws PanicError 0x11 when the balances cannot pay it
 * @see PoolSwapLibrary.getBalancesAfterFees
 */
export function getBalancesAfterFees(
  reward: bigint,
  shortBalance: bigint,
  longBalance: bigint,
): [bigint, bigint] {
  const ratioShort = getRatio(shortBalance, checkedAdd(shortBalance, longBalance))
  const shortFees = convertDecimalToUInt(multiplyDecimalByUInt(ratioShort, reward))
  const shortBalanceAfterFees = checkedSub(shortBalance, shortFees)
  return [shortBalanceAfterFees, checkedSub(longBalance, checkedSub(reward, shortFees))]
}

/**
 * Sign of x − y.
 *
 * @throws RevertError for NaN, or an infinity compared with itself
 * @see PoolSwapLibrary.compareDecimals
 */
export function compareDecimals(x: Quad, y: Quad): -1 | 0 | 1 {
  return cmp(x, y)
}

/** @see PoolSwapLibrary.convertUIntToDecimal */
export function convertUIntToDecimal(amount: bigint): Quad {
  return fromUInt(amount)
}

/**
 * Cuts the fraction off.
 *
 * @throws RevertError when `ratio` is −1 or below, or too large
 * @see PoolSwapLibrary.convertDecimalToUInt
 */
export function convertDecimalToUInt(ratio: Quad): bigint {
  return toUInt(ratio)
}

/** a · b. @see PoolSwapLibrary.multiplyDecimalByUInt */
export function multiplyDecimalByUInt(a: Quad, b: bigint): Quad {
  return mul(a, fromUInt(b))
}

/** a / b of signed integers; zero divisors give infinities or NaN. @see PoolSwapLibrary.divInt */
export function divInt(a: bigint, b: bigint): Quad {
  return div(fromInt(a), fromInt(b))
}

/**
 * number · numerator / denominator, each step cut to 113 bits; zero for a zero denominator.
 *
 * @throws RevertError when the result does not fit
 * @see PoolSwapLibrary.mulFraction
 */
export function mulFraction(number: bigint, numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) return 0n
  return mulDivToUInt(number, numerator, denominator)
}

/**
 * What is left of the losing side under power leverage: r^leverage. V1 and the articles.
 *
 * @param ratio new price / old price
 * @param direction negative for a fall, otherwise `ratio` is inverted
 * @param leverage the leverage itself
 * @see PoolSwapLibrary.getLossMultiplier
 */
export function getLossMultiplier(ratio: Quad, direction: bigint, leverage: Quad): Quad {
  return pow_2(mul(leverage, log_2(direction < 0n ? ratio : div(ONE, ratio))))
}

/**
 * What the losing side pays under power leverage, settlement units.
 *
 * @throws RevertError when the multiplier is so far above 1 that the amount is −1 or below
 * @see PoolSwapLibrary.getLossAmount
 */
export function getLossAmount(lossMultiplier: Quad, balance: bigint): bigint {
  return toUInt(mul(sub(ONE, lossMultiplier), fromUInt(balance)))
}

/**
 * One upkeep's management fee and value transfer of V2: the losing side pays
 * `tanh(leverage · (1 − lower price / higher price))` of what the fee left it.
 *
 * @param longBalance Settlement units
 * @param shortBalance Settlement units
 * @param leverageAmount The leverage itself
 * @param oldPrice Price of the last upkeep, wad
 * @param newPrice Price of this upkeep, wad
 * @param fee Wad-scaled rate per update interval
 * @returns (longBalance, shortBalance, longFeeAmount, shortFeeAmount), settlement units
 * @throws RevertError or PanicError where the library does; not for any sound pool
 * @see PoolSwapLibrary.calculateValueTransfer
 */
export function calculateValueTransfer(
  longBalance: bigint,
  shortBalance: bigint,
  leverageAmount: Quad,
  oldPrice: bigint,
  newPrice: bigint,
  fee: Quad,
): [bigint, bigint, bigint, bigint] {
  const longFeeAmount = mintingOrBurningFee(fee, longBalance)
  const shortFeeAmount = mintingOrBurningFee(fee, shortBalance)
  let short = checkedSub(shortBalance, shortFeeAmount)
  let long = checkedSub(longBalance, longFeeAmount)
  const sumBefore = checkedAdd(short, long)

  const isRise = newPrice >= oldPrice
  const losing = isRise ? short : long
  if (losing === 0n) return [long, short, longFeeAmount, shortFeeAmount]
  const share = transferShare(
    leverageAmount,
    isRise ? oldPrice : newPrice,
    isRise ? newPrice : oldPrice,
  )
  if (share !== undefined && losing < EXACT_LIMIT) {
    // What the loser keeps and the winner gets are both cut off, and the dust goes to the winner.
    const product = losing * share
    const loss = product === 0n ? 0n : ((product - 1n) >> 112n) + 1n
    return isRise
      ? [long + loss, short - loss, longFeeAmount, shortFeeAmount]
      : [long - loss, short + loss, longFeeAmount, shortFeeAmount]
  }

  if (newPrice >= oldPrice && short > 0n) {
    const share = sigmoid(leverageAmount, divInt(oldPrice, newPrice))
    long = checkedAdd(long, toUInt(mul(fromUInt(short), share)))
    short = toUInt(mul(fromUInt(short), sub(ONE, share)))
  } else if (newPrice < oldPrice && long > 0n) {
    const share = sigmoid(leverageAmount, divInt(newPrice, oldPrice))
    short = checkedAdd(short, toUInt(mul(fromUInt(long), share)))
    long = toUInt(mul(fromUInt(long), sub(ONE, share)))
  }

  const sumAfter = checkedAdd(long, short)
  if (sumBefore > sumAfter) {
    const dust = sumBefore - sumAfter
    if (newPrice > oldPrice) long += dust
    else short += dust
  }
  return [long, short, longFeeAmount, shortFeeAmount]
}

/** 2 / (1 + e^(−2 · leverage · (1 − ratio))) − 1. @see PoolSwapLibrary.sigmoid (private there) */
export function sigmoid(leverage: Quad, ratio: Quad): Quad {
  const exponent = mul(mul(MINUS_TWO, leverage), sub(ONE, ratio))
  return sub(div(TWO, add(ONE, exp(exponent))), ONE)
}

/**
 * Settlement units for burned pool tokens: balance · amountIn / (tokenSupply + pending), or
 * `amountIn` itself when one of these is zero.
 *
 * @throws PanicError 0x11 on overflow
 * @see PoolSwapLibrary.getWithdrawAmountOnBurn
 */
export function getWithdrawAmountOnBurn(
  tokenSupply: bigint,
  amountIn: bigint,
  balance: bigint,
  pendingBurnPoolTokens: bigint,
): bigint {
  if (balance === 0n) return amountIn
  const supply = checkedAdd(tokenSupply, pendingBurnPoolTokens)
  if (supply === 0n || amountIn === 0n) return amountIn
  return checkedMul(balance, amountIn) / supply
}

/**
 * Pool tokens for settlement tokens: (tokenSupply + pending) · amountIn / balance, or `amountIn`
 * itself when one of these is zero.
 *
 * @throws PanicError 0x11 on overflow
 * @see PoolSwapLibrary.getMintAmount
 */
export function getMintAmount(
  tokenSupply: bigint,
  amountIn: bigint,
  balance: bigint,
  pendingBurnPoolTokens: bigint,
): bigint {
  if (balance === 0n) return amountIn
  const supply = checkedAdd(tokenSupply, pendingBurnPoolTokens)
  if (supply === 0n || amountIn === 0n) return amountIn
  return checkedMul(supply, amountIn) / balance
}

/** Settlement per pool token; one when there is no supply. @see PoolSwapLibrary.getPrice */
export function getPrice(sideBalance: bigint, tokenSupply: bigint): Quad {
  return tokenSupply === 0n ? ONE : divUInts(sideBalance, tokenSupply)
}

/**
 * Pool tokens for `amount` settlement units.
 *
 * @throws RevertError `price == 0` or `price == negative zero`
 * @see PoolSwapLibrary.getMint
 */
export function getMint(price: Quad, amount: bigint): bigint {
  requireNonzeroPrice(price)
  return toUInt(div(fromUInt(amount), price))
}

/**
 * Settlement units for `amount` pool tokens, before the burning fee.
 *
 * @throws RevertError `price == 0` or `price == negative zero`, even when nothing is burned
 * @see PoolSwapLibrary.getBurn
 */
export function getBurn(price: Quad, amount: bigint): bigint {
  requireNonzeroPrice(price)
  return mulToUInt(price, amount)
}

/** @throws RevertError `price == 0` or `price == negative zero` */
export function requireNonzeroPrice(price: Quad): void {
  if (price === POSITIVE_ZERO) throw new RevertError('price == 0')
  if (price === NEGATIVE_ZERO) throw new RevertError('price == negative zero')
}

/**
 * Fee on `amount`, settlement units.
 *
 * @param feeRate Wad-scaled rate
 * @see PoolSwapLibrary.mintingOrBurningFee
 */
export function mintingOrBurningFee(feeRate: Quad, amount: bigint): bigint {
  const wads = mulToUInt(feeRate, amount)
  return wads < WAD_PRECISION ? 0n : wads / WAD_PRECISION
}

/**
 * A wad as a number with `_decimals` decimals, the rest cut off.
 *
 * @throws PanicError 0x11 for more than 18 decimals
 * @see PoolSwapLibrary.fromWad
 */
export function fromWad(_wadValue: bigint, _decimals: bigint): bigint {
  return _wadValue / 10n ** checkedSub(MAX_DECIMALS, _decimals)
}
