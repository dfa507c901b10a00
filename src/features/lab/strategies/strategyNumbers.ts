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
      const hold = { name: content.shortTokens, text: percent(shortTokens), isSum: true }
      return [hold, ...costNumbers(costs)]
    }
    case 'liquidity':
      return liquidityNumbers(terms)
  }
}

function costNumbers(costs: HoldingCosts): StrategyNumber[] {
  return [
    { name: content.mintingFee, text: percent(-costs.mintingFee) },
    { name: content.burningFee, text: percent(-costs.burningFee) },
    { name: content.managementFee, text: percent(-costs.managementFee) },
    { name: content.keeperRewards, text: percent(-costs.keeperRewards) },
    { name: content.costs, text: percent(-costs.total), isSum: true },
  ]
}

function farmNumbers(terms: StrategyTerms, isHedged: boolean): StrategyNumber[] {
  const farm = farmOutcome({ ...terms, side: terms.smallSide })
  const { skew, expectedTransfer, skewGain, costs, alone, hedge, hedged } = farm
  const start = [
    { name: content.skew, text: skew.toFixed(3) },
    { name: content.transfer, text: percent(expectedTransfer), hint: content.transferHint },
    { name: content.skewGain, text: percent(skewGain), hint: content.skewGainHint },
    ...costNumbers(costs),
  ]
  if (!isHedged) return [...start, { name: content.net, text: percent(alone), isSum: true }]
  return [
    ...start,
    {
      name: content.hedgeSide[hedge.side],
      text: percent(hedge.notional, false),
      hint: content.hedgeHint,
    },
    { name: content.carry, text: percent(-hedge.carry) },
    { name: content.curvature, text: percent(hedge.curvature), hint: content.curvatureHint },
    { name: content.netHedged, text: percent(hedged), isSum: true },
  ]
}

function liquidityNumbers(terms: StrategyTerms): StrategyNumber[] {
  const { exposure, neutralSkew, fees, divergence, net, breakEvenTurnover } =
    liquidityOutcome(terms)
  return [
    { name: content.exposure, text: percent(exposure), hint: content.exposureHint },
    {
      name: content.neutralSkew,
      text: neutralSkew === undefined ? content.none : neutralSkew.toFixed(2),
    },
    { name: content.swapFees, text: percent(fees) },
    { name: content.divergence, text: percent(-divergence), hint: content.divergenceHint },
    { name: content.breakEvenTurnover, text: `${breakEvenTurnover.toFixed(1)}x` },
    { name: content.netYear, text: percent(net), isSum: true },
  ]
}

function percent(part: number, signed = true): string {
  const text = `${Math.abs(part * 100).toFixed(2)}%`
  if (!signed || /^0\.00%$/.test(text)) return text
  return part < 0 ? `−${text}` : `+${text}`
}
