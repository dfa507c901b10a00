import { type ComponentType, createElement, lazy, use, useState } from 'react'
import { AttemptContext } from './AttemptContext'

/**
 * A component whose code comes when it is first drawn. React's own `lazy` never retries after a failure; here the code is fetched
 * again when someone tries again at the `SectionBoundary` around it.
 */
export function lazySection<props extends object>(
  load: () => Promise<{ default: ComponentType<props> }>,
): ComponentType<props> {
  let loaded: ComponentType<props> | undefined
  const attempts = new Map<number, ComponentType<props>>()
  const sectionOf = (attempt: number) => {
    const section =
      attempts.get(attempt) ??
      lazy(async () => {
        const module = await load()
        loaded = module.default
        return module
      })
    attempts.set(attempt, section as ComponentType<props>)
    return section as ComponentType<props>
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once, where the module is read
  return function LazyPart(props: props) {
    const attempt = use(AttemptContext)
    const [section] = useState(() => ({ Section: loaded ?? sectionOf(attempt) }))
    return createElement(section.Section, props)
  }
}
