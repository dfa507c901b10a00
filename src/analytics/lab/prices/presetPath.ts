import { nextUint32, type RandomState, seedStream } from '../simulate/randomStream'
import type { PricePath } from './pricePath'

/** Paths that show one thing each. */
export type PricePreset = 'calm' | 'trend' | 'crash' | 'chop' | 'spike'

export const PRICE_PRESETS: readonly PricePreset[] = ['calm', 'trend', 'crash', 'chop', 'spike']

/** A preset's figures: noise per day (standard deviation), and the price in parts of the start at some parts of the path. */
interface PresetShape {
  readonly dayNoise: number
  readonly knots: readonly (readonly [at: number, level: number])[]
}

const SHAPES: Record<PricePreset, PresetShape> = {
  calm: {
    dayNoise: 0.008,
    knots: [
      [0, 1],
      [1, 1],
    ],
  },
  trend: {
    dayNoise: 0.015,
    knots: [
      [0, 1],
      [1, 1.6],
    ],
  },
  crash: {
    dayNoise: 0.015,
    knots: [
      [0, 1],
      [0.5, 1.05],
      [0.58, 0.55],
      [1, 0.6],
    ],
  },
  chop: {
    dayNoise: 0.01,
    knots: [
      [0, 1],
      [0.1, 1.12],
      [0.3, 0.9],
      [0.5, 1.12],
      [0.7, 0.9],
      [0.9, 1.1],
      [1, 1],
    ],
  },
  spike: {
    dayNoise: 0.008,
    knots: [
      [0, 1],
      [0.45, 1],
      [0.5, 1.4],
      [0.55, 1],
      [1, 1],
    ],
  },
}

const DAY_SEC = 86_400
const SCALE = 10 ** 12

/**
 * A made-up path that shows one kind of market: it starts and ends where the preset says, with seeded noise that has no part
 * in where it ends. Only operations that are the same on every machine are used, so a seed is one path everywhere.
 */
export function presetPath(
  preset: PricePreset,
  {
    startPriceWad,
    startSec,
    stepSec,
    upkeeps,
    seed,
  }: { startPriceWad: bigint; startSec: number; stepSec: number; upkeeps: number; seed: number },
): PricePath {
  const { dayNoise, knots } = SHAPES[preset]
  const noise = bridge(upkeeps, dayNoise * Math.sqrt(stepSec / DAY_SEC), seed)
  const pricesWad = Array.from({ length: upkeeps + 1 }, (_, i) => {
    const level = levelAt(knots, i / upkeeps) * Math.max(0.05, 1 + (noise[i] as number))
    return (startPriceWad * BigInt(Math.round(level * SCALE))) / BigInt(SCALE)
  })
  return { startSec, stepSec, pricesWad }
}

function levelAt(knots: PresetShape['knots'], at: number): number {
  const next = knots.findIndex(([position]) => position >= at)
  const [to, toLevel] = knots[Math.max(1, next)] as readonly [number, number]
  const [from, fromLevel] = knots[Math.max(1, next) - 1] as readonly [number, number]
  return fromLevel + ((toLevel - fromLevel) * (at - from)) / (to - from)
}

/** A random walk that returns to zero at its end. */
function bridge(steps: number, deviation: number, seed: number): Float64Array {
  const state: RandomState = new Int32Array(4)
  seedStream(state, seed, 0)
  const walk = new Float64Array(steps + 1)
  for (let i = 1; i <= steps; i++)
    walk[i] = (walk[i - 1] as number) + deviation * roughNormal(state)
  const end = walk[steps] as number
  return walk.map((value, i) => value - (end * i) / steps)
}

/** About normal: twelve uniform numbers less six have mean 0 and variance 1, by addition alone. */
function roughNormal(state: RandomState): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += nextUint32(state) / 2 ** 32
  return sum
}
