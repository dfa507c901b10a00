import * as library from '../src/protocol/poolSwapLibrary'
import { fromUInt } from '../src/protocol/quad'
import { WAD } from '../src/protocol/wad'
import type { Random } from './random'

const SPECIAL_QUADS: readonly bigint[] = [
  0n,
  1n << 127n,
  0x3fffn << 112n,
  0xbfffn << 112n,
  0x7fffn << 112n,
  0xffffn << 112n,
  0x7fff8n << 108n,
  (0xffffn << 112n) | 5n,
  1n,
  (1n << 127n) | 1n,
  (1n << 112n) - 1n,
  1n << 112n,
  (0x7fffn << 112n) - 1n,
  (0x3fffn << 112n) - 1n,
  (0x3fffn << 112n) + 1n,
]

/** Any 128 bits, mostly with exponents where things happen. */
export function drawQuad(random: Random): bigint {
  if (random.chance(0.06)) return random.pick(SPECIAL_QUADS)
  if (random.chance(0.1)) return random.bits(128)
  const near = random.pick([16383, 16383, 16383, 16495, 16367, 16255, 16397, 16638, 1, 32766, 0])
  const exponent = Math.min(Math.max(near + random.int(-130, 130), 0), 32767)
  const fraction = random.chance(0.2)
    ? random.bits(random.int(0, 112)) << BigInt(random.int(0, 100))
    : random.bits(112)
  const sign = random.chance(0.3) ? 1n : 0n
  return (sign << 127n) | (BigInt(exponent) << 112n) | BigInt.asUintN(112, fraction)
}

/** A price per pool token: mostly a ratio of balances, now and then anything. */
export function drawPrice(random: Random): bigint {
  if (random.chance(0.03)) return 0n
  if (random.chance(0.1)) return drawQuad(random)
  return library.getPrice(random.uint(120), random.uint(120))
}

/** A wad-scaled fee rate: 0 to 100%, now and then anything. */
export function drawRate(random: Random): bigint {
  if (random.chance(0.1)) return drawQuad(random)
  return fromUInt(random.chance(0.2) ? 0n : random.below(random.pick([WAD, WAD / 10n, 10n ** 12n])))
}

function drawLeverage(random: Random): bigint {
  if (random.chance(0.04)) return drawQuad(random)
  return fromUInt(BigInt(random.int(1, 20)))
}

/** Two wads whose ratio is 1e-6 to 1e6, often close to 1 and sometimes 1. */
export function drawPrices(random: Random): [bigint, bigint] {
  const old = random.below(10n ** BigInt(random.int(7, 27))) + 1n
  if (random.chance(0.06)) return [old, old]
  const spread = random.pick([0.000001, 0.001, 0.1, 1, 6])
  const ratio = 10 ** ((random.float() * 2 - 1) * spread)
  const next = (old * BigInt(Math.round(ratio * 1e12))) / 10n ** 12n
  return random.chance(0.5) ? [old, next + 1n] : [next + 1n, old]
}

export function drawValueTransfer(random: Random): bigint[] {
  const [old, next] = drawPrices(random)
  const wild = random.chance(0.03)
  return [
    wild ? random.uint(256) : random.uint(120),
    wild ? random.uint(256) : random.uint(120),
    drawLeverage(random),
    random.chance(0.02) ? random.sint(256) : old,
    random.chance(0.02) ? random.sint(256) : next,
    drawRate(random),
  ]
}

/** Times as they occur, with some that cannot be. */
export function drawTimes(random: Random): bigint[] {
  const last = random.chance(0.05) ? random.uint(256) : 1_600_000_000n + random.bits(28)
  const interval = random.chance(0.04) ? 0n : random.uint(random.pick([3, 12, 17, 32]))
  const frontRunning = random.chance(0.2) ? interval : random.uint(random.pick([3, 12, 17, 32]))
  const late = random.chance(0.05) ? -random.bits(8) : random.uint(random.pick([4, 12, 18, 24]))
  const at = random.chance(0.3) ? last + interval - frontRunning + random.sint(3) : last + late
  return [BigInt.asUintN(256, at < 0n ? 0n : at), last, frontRunning, interval, random.uint(64)]
}

export function drawUpdate(random: Random): bigint[] {
  const current = random.uint(32)
  const amount = () => (random.chance(0.4) ? 0n : random.uint(random.chance(0.03) ? 256 : 110))
  return [
    drawPrice(random),
    drawPrice(random),
    drawRate(random),
    current,
    random.chance(0.1) ? current : random.below(current),
    amount(),
    amount(),
    amount(),
    amount(),
    amount(),
    amount(),
    drawRate(random),
  ]
}

/** Two Quads, often of about the same size, so that sums cancel. */
export function drawNearPair(random: Random): bigint[] {
  const x = drawQuad(random)
  if (random.chance(0.4)) return [x, drawQuad(random)]
  const exponent = Number((x >> 112n) & 0x7fffn) + random.int(-4, 4) * random.int(0, 35)
  const fraction = random.chance(0.3) ? x + random.sint(8) : random.bits(112)
  const clamped = BigInt(Math.min(Math.max(exponent, 0), 32767))
  const sign = random.bits(1) << 127n
  return [x, sign | (clamped << 112n) | BigInt.asUintN(112, fraction)]
}

/**
 * Draws for `pow_2(leverage · log_2(ratio))`. With the ratio 2 the leverage goes to `pow_2` as it
 * is, and with a leverage of 16 to 256 every bit of `log_2` shows in the result.
 */
export function drawLoss(random: Random): bigint[] {
  const direction = BigInt(random.int(-1, 1))
  const kind = random.float()
  if (kind < 0.3) return [0x4000n << 112n, -1n, drawQuad(random)]
  if (kind < 0.6) return [drawQuad(random), -1n, fromUInt(1n << BigInt(random.int(4, 8)))]
  if (kind < 0.7) return [drawQuad(random), direction, drawQuad(random)]
  const [old, next] = drawPrices(random)
  return [library.divInt(next, old), direction, drawLeverage(random)]
}
