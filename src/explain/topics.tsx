import { type ComponentType, lazy } from 'react'

/** A topic's own part: title, two sentences and the figure. Their ids start with `id`. */
export type TopicContent = ComponentType<{ id: string }>

type Load = () => Promise<{ default: TopicContent }>

const topic = (question: string, load: Load) => ({
  question,
  Content: lazy(loadOr(load)),
  preload: () => void load().catch(() => undefined),
})

/** All there is to explain. A new topic is a file in `topics/` and a line here. */
export const TOPICS = {
  skew: topic('What is skew?', () => import('./topics/Skew')),
  effectiveLeverage: topic(
    'What is effective leverage?',
    () => import('./topics/EffectiveLeverage'),
  ),
  rebalancingRate: topic('What is the rebalancing rate?', () => import('./topics/RebalancingRate')),
  powerLeverage: topic('What is power leverage?', () => import('./topics/PowerLeverage')),
  sma: topic('What is an SMA?', () => import('./topics/Sma')),
  queue: topic('What is the queue?', () => import('./topics/Queue')),
  escrow: topic('What is escrow?', () => import('./topics/Escrow')),
}

export type TopicName = keyof typeof TOPICS

/** Code that cannot be fetched (offline, a newer release) costs the explanation, never the page around it. */
export function loadOr<props>(load: () => Promise<{ default: ComponentType<props> }>) {
  return () => load().catch(() => ({ default: NotLoaded as ComponentType<props> }))
}

const NotLoaded = () => <span role="alert">Not loaded; reload the page.</span>
