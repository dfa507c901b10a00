import {
  getUpdatedAggregateBalance,
  processBurnInstantMintCommit,
} from '../src/protocol/aggregateUpdate'
import * as library from '../src/protocol/poolSwapLibrary'
import { type Quad, quadFromBits } from '../src/protocol/quad'
import {
  drawLoss,
  drawNearPair,
  drawPrice,
  drawQuad,
  drawRate,
  drawTimes,
  drawUpdate,
  drawValueTransfer,
} from './libraryDraws'
import type { Random } from './random'

/** A function of the Solidity library, how to draw arguments for it, and our mirror of it. */
export interface LibraryFunction {
  readonly name: string
  /** As the bytecode's selector needs it; struct names are part of a library's signatures. */
  readonly signature: string
  /** For each argument word: `q` bytes16, `u` uint256, `i` int256 or int8. */
  readonly inputs: string
  readonly outputs: string
  readonly draw: (random: Random) => bigint[]
  readonly mirror: (args: readonly bigint[]) => readonly bigint[]
}

const q = (bits: bigint | undefined): Quad => quadFromBits(bits as bigint)
const wide = (random: Random) => random.uint(random.chance(0.3) ? 256 : 120)

/** Describes one function; `call` gets the arguments as bigints and gives the result words. */
function entry(
  signature: string,
  inputs: string,
  outputs: string,
  draw: (random: Random) => bigint[],
  mirror: (a: bigint[]) => readonly bigint[],
): LibraryFunction {
  const name = signature.slice(0, signature.indexOf('('))
  return { name, signature, inputs, outputs, draw, mirror: (args) => mirror([...args]) }
}

const SUPPLY_FUNCTIONS = {
  getWithdrawAmountOnBurn: library.getWithdrawAmountOnBurn,
  getMintAmount: library.getMintAmount,
}
const PRICE_FUNCTIONS = { getMint: library.getMint, getBurn: library.getBurn }

type Args = [bigint, bigint, bigint, bigint, bigint, bigint]

/** Every function of the library, in the order of its source. */
export const LIBRARY_FUNCTIONS: readonly LibraryFunction[] = [
  entry(
    'getRatio(uint256,uint256)',
    'uu',
    'q',
    (r) => [wide(r), wide(r)],
    (a) => {
      const [x, y] = a as Args
      return [library.getRatio(x, y)]
    },
  ),
  entry(
    'multiplyBytes(bytes16,bytes16)',
    'qq',
    'q',
    (r) => [drawQuad(r), drawQuad(r)],
    (a) => [library.multiplyBytes(q(a[0]), q(a[1]))],
  ),
  entry('subtractBytes(bytes16,bytes16)', 'qq', 'q', drawNearPair, (a) => [
    library.subtractBytes(q(a[0]), q(a[1])),
  ]),
  entry('addBytes(bytes16,bytes16)', 'qq', 'q', drawNearPair, (a) => [
    library.addBytes(q(a[0]), q(a[1])),
  ]),
  entry(
    'getBalancesAfterFees(uint256,uint256,uint256)',
    'uuu',
    'uu',
    (r) => {
      const [short, long] = [wide(r), wide(r)]
      return [r.chance(0.7) ? r.below(short + long) : wide(r), short, long].map((x) =>
        BigInt.asUintN(256, x),
      )
    },
    (a) => {
      const [reward, short, long] = a as Args
      return library.getBalancesAfterFees(reward, short, long)
    },
  ),
  entry('compareDecimals(bytes16,bytes16)', 'qq', 'i', drawNearPair, (a) => [
    BigInt(library.compareDecimals(q(a[0]), q(a[1]))),
  ]),
  entry(
    'convertUIntToDecimal(uint256)',
    'u',
    'q',
    (r) => [r.uint(256)],
    (a) => [library.convertUIntToDecimal((a as Args)[0])],
  ),
  entry(
    'convertDecimalToUInt(bytes16)',
    'q',
    'u',
    (r) => [drawQuad(r)],
    (a) => [library.convertDecimalToUInt(q(a[0]))],
  ),
  entry(
    'multiplyDecimalByUInt(bytes16,uint256)',
    'qu',
    'q',
    (r) => [drawQuad(r), r.uint(256)],
    (a) => [library.multiplyDecimalByUInt(q(a[0]), (a as Args)[1])],
  ),
  entry(
    'divInt(int256,int256)',
    'ii',
    'q',
    (r) => [r.sint(256), r.sint(256)],
    (a) => {
      const [x, y] = a as Args
      return [library.divInt(x, y)]
    },
  ),
  entry(
    'mulFraction(uint256,uint256,uint256)',
    'uuu',
    'u',
    (r) => [wide(r), wide(r), wide(r)],
    (a) => {
      const [x, y, z] = a as Args
      return [library.mulFraction(x, y, z)]
    },
  ),
  entry('getLossMultiplier(bytes16,int8,bytes16)', 'qiq', 'q', drawLoss, (a) => [
    library.getLossMultiplier(q(a[0]), (a as Args)[1], q(a[2])),
  ]),
  entry(
    'getLossAmount(bytes16,uint256)',
    'qu',
    'u',
    (r) => [r.chance(0.5) ? drawQuad(r) : library.getRatio(r.bits(100), 1n << 100n), wide(r)],
    (a) => [library.getLossAmount(q(a[0]), (a as Args)[1])],
  ),
  entry(
    'calculateValueTransfer(uint256,uint256,bytes16,int256,int256,bytes16)',
    'uuqiiq',
    'uuuu',
    drawValueTransfer,
    (a) => {
      const [long, short, leverage, old, next, fee] = a as Args
      return library.calculateValueTransfer(long, short, q(leverage), old, next, q(fee))
    },
  ),
  entry(
    'isBeforeFrontRunningInterval(uint256,uint256,uint256,uint256)',
    'uuuu',
    'u',
    (r) => {
      const [at, last, front, interval] = drawTimes(r) as Args
      return [at, last, interval, front]
    },
    (a) => {
      const [at, last, interval, front] = a as Args
      return [library.isBeforeFrontRunningInterval(at, last, interval, front) ? 1n : 0n]
    },
  ),
  entry(
    'appropriateUpdateIntervalId(uint256,uint256,uint256,uint256,uint256)',
    'uuuuu',
    'u',
    drawTimes,
    (a) => {
      const [at, last, front, interval, id] = a as Args
      return [library.appropriateUpdateIntervalId(at, last, front, interval, id)]
    },
  ),
  ...Object.entries(SUPPLY_FUNCTIONS).map(([name, mirror]) =>
    entry(
      `${name}(uint256,uint256,uint256,uint256)`,
      'uuuu',
      'u',
      (r) => [wide(r), wide(r), wide(r), wide(r)],
      (a) => {
        const [supply, amount, balance, pending] = a as Args
        return [mirror(supply, amount, balance, pending)]
      },
    ),
  ),
  entry(
    'getPrice(uint256,uint256)',
    'uu',
    'q',
    (r) => [wide(r), wide(r)],
    (a) => {
      const [balance, supply] = a as Args
      return [library.getPrice(balance, supply)]
    },
  ),
  ...Object.entries(PRICE_FUNCTIONS).map(([name, mirror]) =>
    entry(
      `${name}(bytes16,uint256)`,
      'qu',
      'u',
      (r) => [drawPrice(r), wide(r)],
      (a) => [mirror(q(a[0]), (a as Args)[1])],
    ),
  ),
  entry(
    'mintingOrBurningFee(bytes16,uint256)',
    'qu',
    'u',
    (r) => [drawRate(r), wide(r)],
    (a) => [library.mintingOrBurningFee(q(a[0]), (a as Args)[1])],
  ),
  entry(
    'fromWad(uint256,uint256)',
    'uu',
    'u',
    (r) => [r.uint(256), BigInt(r.int(0, 20))],
    (a) => {
      const [wad, decimals] = a as Args
      return [library.fromWad(wad, decimals)]
    },
  ),
  entry(
    'processBurnInstantMintCommit(uint256,bytes16,bytes16,bytes16)',
    'uqqq',
    'uuu',
    (r) => [wide(r), drawPrice(r), drawRate(r), drawRate(r)],
    (a) => processBurnInstantMintCommit((a as Args)[0], q(a[1]), q(a[2]), q(a[3])),
  ),
  entry(
    'getUpdatedAggregateBalance(PoolSwapLibrary.UpdateData)',
    'qqquuuuuuuuq',
    'uuuuu',
    drawUpdate,
    (a) => {
      const u = (i: number) => a[i] as bigint
      const result = getUpdatedAggregateBalance({
        longPrice: q(a[0]),
        shortPrice: q(a[1]),
        mintingFeeRate: q(a[2]),
        currentUpdateIntervalId: u(3),
        updateIntervalId: u(4),
        longMintSettlement: u(5),
        longBurnPoolTokens: u(6),
        shortMintSettlement: u(7),
        shortBurnPoolTokens: u(8),
        longBurnShortMintPoolTokens: u(9),
        shortBurnLongMintPoolTokens: u(10),
        burnFee: q(a[11]),
      })
      return [
        result._newLongTokens,
        result._newShortTokens,
        result._longSettlementFee,
        result._shortSettlementFee,
        result._newSettlementTokens,
      ]
    },
  ),
]
