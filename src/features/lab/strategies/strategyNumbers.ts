import { farmOutcome } from '../../../analytics/lab/strategies/farmOutcome'
import { hedgeOwned } from '../../../analytics/lab/strategies/hedgeOwned'
import { type HoldingCosts, holdingCosts } from '../../../analytics/lab/strategies/holdingCosts'
import { liquidityOutcome } from '../../../analytics/lab/strategies/weightedPool'
import { strategiesContent } from './content'
import type { StrategyTerms } from './parseStrategy'
import type { Strategy } from './strategy'

const { numbers: content } = strategiesContent

/** A figure of a strategy, an estimate, as text. */
export interface StrategyNumber {
  readonly name: string
  readonly text: string
  readonly hint?: string
  /** What the others come to. */
  readonly isSum?: boolean
}

/** What a strategy costs and brings, and what to hold elsewhere. */
export function strategyNumbers(
  strategy: Strategy,
  terms: StrategyTerms,
): readonly StrategyNumber[] {
  switch (strategy) {
    case 'directional':
    case 'straddle':
      return costNumbers(holdingCosts(terms.pool, terms.heldSec))
    case 'farm':
    case 'farmHedged':
      return farmNumbers(terms, strategy === 'farmHedged')
    case 'hedgeOwned': {
      const { shortTokens, costs } = hedgeOwned(terms.pool, terms.hedgedPart, terms.heldSec, [])
      const text = content.ofOwned(percentText(shortTokens, false))
      const hold = { name: content.shortTokens, text, isSum: true }
      return [hold, ...costNumbers(costs)]
    }
    case 'liquidity':
      return liquidityNumbers(terms)
  }
}

function costNumbers(costs: HoldingCosts): StrategyNumber[] {
  return [
    { name: content.mintingFee, text: percentText(-costs.mintingFee) },
    { name: content.burningFee, text: percentText(-costs.burningFee) },
    { name: content.managementFee, text: percentText(-costs.managementFee) },
    {
      name: content.keeperRewards,
      text: costs.keeperRewards === 0 ? content.noGasPrice : percentText(-costs.keeperRewards),
    },
    { name: content.costs, text: percentText(-costs.total), isSum: true },
  ]
}

function farmNumbers(terms: StrategyTerms, isHedged: boolean): StrategyNumber[] {
  const farm = farmOutcome({ ...terms, side: terms.smallSide })
  const { skew, expectedTransfer, skewGain, costs, alone, hedge, hedged } = farm
  const start = [
    { name: content.skew, text: skew.toFixed(3) },
    {
      name: content.transfer,
      text: percentText(expectedTransfer, false),
      hint: content.transferHint,
    },
    { name: content.skewGain, text: percentText(skewGain), hint: content.skewGainHint },
    ...costNumbers(costs),
  ]
  if (!isHedged) return [...start, { name: content.net, text: percentText(alone), isSum: true }]
  return [
    ...start,
    {
      name: content.hedgeSide[hedge.side],
      text: content.ofAmount(percentText(hedge.notional, false)),
      hint: content.hedgeHint,
    },
    { name: content.carry, text: percentText(-hedge.carry) },
    { name: content.curvature, text: percentText(hedge.curvature), hint: content.curvatureHint },
    { name: content.netHedged, text: percentText(hedged), isSum: true },
  ]
}

function liquidityNumbers(terms: StrategyTerms): StrategyNumber[] {
  const { exposure, neutralSkew, fees, divergence, net, breakEvenTurnover } =
    liquidityOutcome(terms)
  return [
    { name: content.exposure, text: percentText(exposure), hint: content.exposureHint },
    {
      name: content.neutralSkew,
      text: neutralSkew === undefined ? content.none : neutralSkew.toFixed(2),
    },
    { name: content.swapFees, text: percentText(overYear(fees)), hint: content.swapFeesHint },
    {
      name: content.divergence,
      text: percentText(overYear(-divergence)),
      hint: content.divergenceHint,
    },
    { name: content.breakEvenTurnover, text: `${breakEvenTurnover.toFixed(1)}x` },
    {
      name: content.netYear,
      text: percentText(overYear(net)),
      hint: content.netYearHint,
      isSum: true,
    },
  ]
}

/** What a rate per year comes to after a year: no one loses more than there is. */
export function overYear(rate: number): number {
  return Math.expm1(rate)
}

/** With its sign, unless it is 0. At least two significant digits of a small one: a small cost is one. */
export function percentText(part: number, signed = true): string {
  const percent = Math.abs(part * 100)
  const text = `${percent < 0.1 && percent >= 1e-6 ? toSignificant(percent) : percent.toFixed(2)}%`
  if (!signed || /^0\.00%$/.test(text)) return text
  return part < 0 ? `−${text}` : `+${text}`
}

function toSignificant(percent: number): string {
  return percent.toFixed(1 - Math.floor(Math.log10(percent)))
}
