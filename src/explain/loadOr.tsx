import type { ComponentType } from 'react'

/** Code that cannot be fetched (offline, a newer release) costs the explanation, never the page around it. */
export function loadOr<props>(load: () => Promise<{ default: ComponentType<props> }>) {
  return () => load().catch(() => ({ default: NotLoaded as ComponentType<props> }))
}

const NotLoaded = () => <span role="alert">Couldn’t load. Reload the page.</span>
