import { describe, expect, it } from 'vitest'
import { POSITIVE_ZERO } from '../../../protocol/quad'
import { WAD } from '../../../protocol/wad'
import { nextUint32, type RandomState, seedStream } from '../simulate/randomStream'
import { type ExplainedLine, explainUpkeep } from './explainUpkeep'
import { makeUpPool } from './makeUpPool'
import { type ReplayStep, replay } from './replay'

const START_SEC = 1_650_000_000
const MARKET = {
  leverage: 3,
  smaPeriods: 3,
  updateIntervalSec: 3_600,
  frontRunningIntervalSec: 300,
  annualFeeWad: WAD / 50n,
  mintingFeeWad: 0n,
  burningFeeWad: 0n,
  longBalance: 3_000_000_007n,
  shortBalance: 1_000_000_001n,
}
const KEEPER = {
  gasPriceWei: 10n ** 8n,
  settlementEthPriceWad: 3_000n * WAD,
  settlementTokenDecimals: 6n,
}

function stepsOf(pricesWad: bigint[], change: Partial<typeof MARKET> = {}): ReplayStep[] {
  const pool = makeUpPool({ ...MARKET, ...change }, START_SEC, pricesWad[0] ?? 0n)
  const path = { startSec: START_SEC, stepSec: 3_600, pricesWad }
  return [...replay({ pool, path, flows: { kind: 'none' }, keeper: KEEPER })]
}

/** The last value of a name before the lines that state the end. */
function unitsOf(lines: readonly ExplainedLine[], name: string): bigint | undefined {
  const line = lines.findLast((each) => each.name === name && each.source.includes('Transfer'))
  return line?.value.kind === 'units' ? line.value.units : undefined
}

describe('explainUpkeep', () => {
  it('comes, line by line, to what the contract computes', () => {
    const state: RandomState = new Int32Array(4)
    seedStream(state, 1, 0)
    const random = () =>
      BigInt(1_000 + (nextUint32(state) % 1_000)) * WAD + BigInt(nextUint32(state))
    for (const smaPeriods of [0, 3]) {
      const prices = Array.from({ length: 200 }, random)
      for (const step of stepsOf([...prices, prices.at(-1) ?? 0n], { smaPeriods })) {
        const lines = explainUpkeep(step)
        const { rebalance } = step.upkeep
        expect(unitsOf(lines, 'longBalance')).toBe(
          step.before.longBalance + (rebalance?.longBalanceChange ?? 0n),
        )
        expect(unitsOf(lines, 'shortBalance')).toBe(
          step.before.shortBalance + (rebalance?.shortBalanceChange ?? 0n),
        )
      }
    }
  })

  it('names the steps as the contracts do, and ends with the balances', () => {
    const [step] = stepsOf([1_500n * WAD, 1_530n * WAD])
    const lines = step === undefined ? [] : explainUpkeep(step)
    expect(lines.map(({ name }) => name)).toEqual([
      ...['oldPrice', 'spotPrice', 'prices[0]', 'prices[1]', 'prices[2]', 'sum', 'newPrice'],
      ...['longBalance', 'shortBalance', 'leverageAmount', 'fee'],
      ...['longFeeAmount', 'shortFeeAmount', 'longBalance', 'shortBalance'],
      ...['ratio', 'poolMultiplier', 'gain', 'shortBalance', 'longBalance', 'dust', 'longBalance'],
      ...['secondaryFee', 'primaryFee', 'reward', 'shortFees', 'longFees'],
      ...['longBalance', 'shortBalance'],
    ])
    expect(lines.at(-1)?.value).toEqual({ kind: 'units', units: step?.shortBalance })
    expect(lines.find(({ name }) => name === 'newPrice')?.value).toEqual({
      kind: 'price',
      wad: 1_510n * WAD,
    })
  })

  it('explains an upkeep at an unchanged price: nothing moves', () => {
    const [step] = stepsOf([1_500n * WAD, 1_500n * WAD])
    const lines = step === undefined ? [] : explainUpkeep(step)
    expect(lines.find(({ name }) => name === 'poolMultiplier')?.value).toEqual({
      kind: 'ratio',
      quad: POSITIVE_ZERO,
    })
    expect(unitsOf(lines, 'gain')).toBe(0n)
  })

  it('has the flows and leaves out keepers that are not paid', () => {
    const pricesWad = [1_500n * WAD, 1_500n * WAD]
    const pool = makeUpPool(MARKET, START_SEC, 1_500n * WAD)
    const path = { startSec: START_SEC, stepSec: 3_600, pricesWad }
    const [step] = [...replay({ pool, path, flows: { kind: 'immediate' } })]
    const names = step === undefined ? [] : explainUpkeep(step).map(({ name }) => name)
    expect(names).toContain('longBurnShortMint')
    expect(names).not.toContain('reward')
  })

  it('explains only the prices of an upkeep that fails', () => {
    const [step] = stepsOf([1_500n * WAD, 3_000n * WAD], { leverage: 60, smaPeriods: 0 })
    expect(step?.status).toBe('failed')
    const lines = step === undefined ? [] : explainUpkeep(step)
    expect(lines.map(({ name }) => name)).toEqual(['oldPrice', 'spotPrice', 'newPrice'])
  })
})
