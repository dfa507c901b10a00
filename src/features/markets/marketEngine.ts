import { currentSpotPrice, OutlookError, poolOutlook } from '../../analytics/outlook'
import { type Side, tokenPrice } from '../../analytics/poolFigures'
import { skewEdges } from '../../analytics/skewFarm'
import { formatPercent, formatWad } from '../../format/formatRatio'
import { computeSkewWad } from '../../protocol/poolMetrics'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { explainPoolStatus } from '../../ui/explainPoolStatus'
import { compareSizes } from './compareSizes'
import { laterContent } from './laterContent'
import type { MarketEngine } from './marketFigures'

/** What the next upkeep does to both tokens and to the skew if the index stays; the keeper's reward in it is an estimate. */
const nextEffect: MarketEngine['nextEffect'] = (snapshot) => {
  try {
    const after = poolOutlook(snapshot, currentSpotPrice(snapshot), 1).upkeeps[0]
    if (after?.status !== 'done') return undefined
    const skew = computeSkewWad(after.pool)
    return {
      long: changeOf(snapshot, after.pool, 'long'),
      short: changeOf(snapshot, after.pool, 'short'),
      skew: skew === undefined ? undefined : formatWad(skew, 3),
    }
  } catch (error) {
    if (error instanceof OutlookError) return undefined
    throw error
  }
}

function changeOf(before: PoolSnapshot, after: PoolSnapshot, side: Side): string {
  const old = tokenPrice(before, side).wad
  if (old === 0n) return '—'
  return formatPercent(((tokenPrice(after, side).wad - old) * WAD) / old, 2, { signed: true })
}

/** What of the list's figures projects upkeeps. */
export const marketEngine: MarketEngine = {
  nextEffect,
  skewEdges,
  compareSizes,
  explainStatus: explainPoolStatus,
  hints: laterContent.hints,
}
