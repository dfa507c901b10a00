import { type ComponentType, lazy } from 'react'
import { loadOr } from './loadOr'
import type { TopicName } from './topics'

/** A topic's own content: title, two sentences and the figure. Their ids start with `id`. */
export type TopicContent = ComponentType<{ id: string }>

type Load = () => Promise<{ default: TopicContent }>

const content = (load: Load) => ({
  Content: lazy(loadOr(load)),
  preload: () => void load().catch(() => undefined),
})

/** The content of each topic, a file in `topics/`. */
export const CONTENTS = {
  skew: content(() => import('./topics/Skew')),
  effectiveLeverage: content(() => import('./topics/EffectiveLeverage')),
  rebalancingRate: content(() => import('./topics/RebalancingRate')),
  powerLeverage: content(() => import('./topics/PowerLeverage')),
  sma: content(() => import('./topics/Sma')),
  queue: content(() => import('./topics/Queue')),
  escrow: content(() => import('./topics/Escrow')),
} satisfies Record<TopicName, unknown>
