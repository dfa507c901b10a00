import { useEffect } from 'react'
import { useLocation, useNavigationType, useSearchParams } from 'react-router'
import type { LearnTopic } from './claims/claim'
import { toLearnTopic } from './learnLinks'

/** Id of a topic's section; its title's is the same with `-title` behind it. */
export function sectionId(topic: LearnTopic): string {
  return `learn-${topic}`
}

/**
 * Scrolls to the section that the URL names and puts the focus on its title, where the keyboard and screen readers continue; again
 * when the same link is followed once more.
 */
export function useTopicInView(): LearnTopic | undefined {
  const { key } = useLocation()
  const how = useNavigationType()
  const [params] = useSearchParams()
  const topic = toLearnTopic(params.get('topic'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is another for each time that a link is followed
  useEffect(() => {
    if (topic === undefined) return
    // After the shell has scrolled to the top, or to the link that led away from here.
    const timer = setTimeout(() => {
      const isFound = how === 'POP' && document.activeElement?.closest('#content a') !== null
      const title = document.getElementById(`${sectionId(topic)}-title`)
      if (isFound || title === null) return
      title.scrollIntoView({ block: 'start' })
      title.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
  }, [topic, key])
  return topic
}
