import { type LearnTopic, PAGES, type Place, TOPIC_TITLES } from './claims/claim'

/** What the page about volatility and strategies is called in links. */
export const LAB = '/lab'

/** The link to a section of this page. */
export function topicLink(topic: LearnTopic): string {
  return `/learn?topic=${topic}`
}

/** The topic that a URL asks for; undefined for none, and for what is not one. */
export function toLearnTopic(text: string | null): LearnTopic | undefined {
  return text !== null && Object.hasOwn(TOPIC_TITLES, text) ? (text as LearnTopic) : undefined
}

/**
 * Where a place is, and what its link says.
 *
 * @param pool Address of the pool whose page stands for all of them; the list of markets does where none is known
 * @returns Undefined where the app does not show it
 */
export function placeLink(
  place: Place,
  pool: string | undefined,
): { readonly to: string; readonly label: string } | undefined {
  if (place === 'none') return undefined
  if (isTopicPlace(place)) {
    const topic = place.slice('topic:'.length) as LearnTopic
    return { to: topicLink(topic), label: TOPIC_TITLES[topic] }
  }
  const label = PAGES[place]
  if (place === 'liquidity:') return { to: pool === undefined ? '/' : `/liquidity/${pool}`, label }
  if (!place.startsWith('pool:')) return { to: place, label }
  const tab = place.slice('pool:'.length)
  if (pool === undefined) return { to: '/', label }
  return { to: `/pool/${pool}${tab === '' ? '' : `?tab=${tab}`}`, label }
}

function isTopicPlace(place: Place): place is `topic:${LearnTopic}` {
  return place.startsWith('topic:')
}
