import { createRequire } from 'node:module'
import type { PathStep } from '../src/protocol/projectPool'
import type { PoolSnapshot } from '../src/protocol/snapshot'

/** What we use of the published SDK's `bignumber.js`. */
interface BigNumber {
  toFixed(decimals: number, rounding: number): string
}

interface Preview {
  readonly expectedLongBalance: BigNumber
  readonly expectedShortBalance: BigNumber
  readonly expectedLongSupply: BigNumber
  readonly expectedShortSupply: BigNumber
}

/** The inputs of `calcPoolStatePreview`, ready to be used again and again. */
export interface PreviewInputs {
  readonly [name: string]: unknown
}

const require = createRequire(import.meta.url)
const sdkRequire = createRequire(require.resolve('@tracer-protocol/pools-js'))
const { BigNumber } = sdkRequire('bignumber.js') as { BigNumber: new (x: string) => BigNumber }
const calculations = sdkRequire('./utils/calculations.js') as {
  calcPoolStatePreview(inputs: PreviewInputs): Preview
}
const ROUND_DOWN = 1

const AMOUNTS = [
  'longMintSettlement',
  'longBurnPoolTokens',
  'shortMintSettlement',
  'shortBurnPoolTokens',
  'shortBurnLongMintPoolTokens',
  'longBurnShortMintPoolTokens',
] as const

/** The same pool and path as the SDK wants them; all amounts in smallest units. */
export function previewInputs(pool: PoolSnapshot, path: readonly PathStep[]): PreviewInputs {
  const number = (x: bigint) => new BigNumber(x.toString())
  const quad = (x: bigint) => new BigNumber(quadToDecimal(x))
  const prices = path.map((step) => number(step.spotPrice))
  let step = 0
  return {
    leverage: quad(pool.leverageAmount),
    fee: new BigNumber(`${quadToDecimal(pool.fee)}e-18`),
    longBalance: number(pool.longBalance),
    shortBalance: number(pool.shortBalance),
    longTokenSupply: number(pool.longTokenSupply),
    shortTokenSupply: number(pool.shortTokenSupply),
    pendingLongTokenBurn: number(pool.pendingLongBurnPoolTokens),
    pendingShortTokenBurn: number(pool.pendingShortBurnPoolTokens),
    lastOraclePrice: number(pool.executionPriceWad),
    currentOraclePrice: prices[0],
    pendingCommits: path.map((_, i) => {
      const id = pool.updateIntervalId + BigInt(i)
      const commits = pool.totalPoolCommitments.find((c) => c.updateIntervalId === id)
      return Object.fromEntries(AMOUNTS.map((name) => [name, number(commits?.[name] ?? 0n)]))
    }),
    oraclePriceTransformer: () => prices[step++ % prices.length],
  }
}

/** The SDK's own function. */
export function calcPoolStatePreview(inputs: PreviewInputs): Preview {
  return calculations.calcPoolStatePreview(inputs)
}

/** Balances and supplies of a preview in smallest units, fractions cut off. */
export function previewAmounts(preview: Preview): readonly bigint[] {
  return [
    preview.expectedLongBalance,
    preview.expectedShortBalance,
    preview.expectedLongSupply,
    preview.expectedShortSupply,
  ].map((x) => {
    const text = x.toFixed(0, ROUND_DOWN)
    return /^-?\d+$/.test(text) ? BigInt(text) : -1n
  })
}

/** An integral Quad below 2^113 as text: all that pools are made with are such. */
function quadToDecimal(bits: bigint): string {
  if (bits === 0n) return '0'
  const exponent = Number((bits >> 112n) & 0x7fffn) - 16383 - 112
  const significand = (bits & ((1n << 112n) - 1n)) | (1n << 112n)
  return (
    exponent >= 0 ? significand << BigInt(exponent) : significand >> BigInt(-exponent)
  ).toString()
}
