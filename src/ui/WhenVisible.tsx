import { type ReactNode, useEffect, useRef, useState } from 'react'

/** How far below the window something counts as seen, so that it is there when it is scrolled to. */
const AHEAD = '200px'

/** Draws its content once it is near the window: charts are heavy, and most begin out of sight on a phone. */
export function WhenVisible({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.at(-1)?.isIntersecting === true),
      { rootMargin: AHEAD },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className="h-full">
      {isNear ? children : fallback}
    </div>
  )
}
