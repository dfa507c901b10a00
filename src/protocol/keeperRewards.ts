import { checkedAdd, checkedMul, checkedSub } from './checkedMath'
import { fromWad } from './poolSwapLibrary'
import { RevertError } from './protocolError'
import { div, fromUInt, mul, type Quad, toUInt } from './quad'
import type { KeeperSnapshot } from './snapshot'

/** Percent. @see KeeperRewards.BASE_TIP */
export const BASE_TIP = 5n
/** Percent. @see KeeperRewards.TIP_DELTA_PER_BLOCK */
export const TIP_DELTA_PER_BLOCK = 5n
/** Seconds. @see KeeperRewards.BLOCK_TIME */
export const BLOCK_TIME = 13n
/** Percent. @see KeeperRewards.MAX_TIP */
export const MAX_TIP = 100n
/** Gas. @see KeeperRewards.FIXED_GAS_OVERHEAD */
export const FIXED_GAS_OVERHEAD = 80_195n
/** 10^18. @see KeeperRewards.FIXED_POINT */
export const FIXED_POINT = 0x403abc16d674ec800000000000000000n as Quad

/**
 * A keeper's gas in settlement tokens, wad.
 *
 * @param _gasPrice wei
 * @param _gasSpent Gas as the keeper contract measured it, without the fixed overhead
 * @param _settlementTokenPrice Settlement tokens per ETH, wad
 * @throws PanicError 0x11 on overflow
 * @see KeeperRewards.keeperGas
 */
export function keeperGas(
  _gasPrice: bigint,
  _gasSpent: bigint,
  _settlementTokenPrice: bigint,
): bigint {
  if (_settlementTokenPrice === 0n) return 0n
  const weiSpent = checkedMul(_gasPrice, checkedAdd(_gasSpent, FIXED_GAS_OVERHEAD))
  return toUInt(div(mul(fromUInt(weiSpent), fromUInt(_settlementTokenPrice)), FIXED_POINT))
}

/**
 * A keeper's tip in percent: 5, and 5 more for every 13 seconds of delay, to 100.
 *
 * @param timestampSec Block time, Unix seconds
 * @throws PanicError 0x11 before the upkeep is due
 * @see KeeperRewards.keeperTip
 */
export function keeperTip(
  timestampSec: bigint,
  _savedPreviousUpdatedTimestamp: bigint,
  _poolInterval: bigint,
): bigint {
  const due = checkedAdd(_savedPreviousUpdatedTimestamp, _poolInterval)
  const delaySec = checkedSub(timestampSec, due)
  const tip = checkedAdd(BASE_TIP, checkedMul(TIP_DELTA_PER_BLOCK, delaySec) / BLOCK_TIME)
  return tip > MAX_TIP ? MAX_TIP : tip
}

/**
 * A keeper's reward in settlement units. The gas cannot be known before the transaction: with a
 * gas that is a guess, the result is an estimate and has to be called one.
 *
 * @param timestampSec Block time, Unix seconds
 * @throws PanicError 0x11 before the upkeep is due, or for more than 18 decimals
 * @see KeeperRewards.keeperReward
 */
export function keeperReward(
  keeper: KeeperSnapshot,
  _gasSpent: bigint,
  timestampSec: bigint,
  _savedPreviousUpdatedTimestamp: bigint,
  _poolInterval: bigint,
): bigint {
  if (keeper.settlementEthPriceWad < 0n) throw new RevertError('settlement price must be >= 0')
  const gas = keeperGas(keeper.gasPriceWei, _gasSpent, keeper.settlementEthPriceWad)
  const tip = keeperTip(timestampSec, _savedPreviousUpdatedTimestamp, _poolInterval)
  return fromWad(checkedAdd(gas, checkedMul(gas, tip) / 100n), keeper.settlementTokenDecimals)
}
