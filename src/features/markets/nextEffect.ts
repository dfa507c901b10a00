import { currentSpotPrice, OutlookError, poolOutlook } from '../../analytics/outlook'
import { type Side, tokenPrice } from '../../analytics/poolFigures'
import { formatPercent } from '../../format/formatRatio'
import type { PoolSnapshot } from '../../protocol/snapshot'
import type { EffectOf } from './marketFigures'

const WAD = 10n ** 18n

/** How the value of both tokens changes at the next upkeep if the index stays; the keeper's reward is an estimate. */
export const nextEffect: EffectOf = (snapshot) => {
  try {
    const after = poolOutlook(snapshot, currentSpotPrice(snapshot), 1).upkeeps[0]
    if (after?.status !== 'done') return undefined
    return {
      long: changeOf(snapshot, after.pool, 'long'),
      short: changeOf(snapshot, after.pool, 'short'),
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
