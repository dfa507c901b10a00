import { type ReactNode, useEffect, useRef } from 'react'

/** How much of the window's lower edge the bar takes, with a gap above it: what else lies there keeps above. */
const ROOM = '--sticky-bar'
const GAP_PX = 8

/** What comes and goes on its own: at the lower edge of a narrow window, over the page; at the page's end where a table is. */
export function StickyBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = bar
    const { style } = document.documentElement
    if (current === null) return
    const observer = new ResizeObserver(() => {
      const height = current.offsetHeight
      style.setProperty(ROOM, `${height === 0 ? 0 : height + GAP_PX}px`)
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty(ROOM)
    }
  }, [])
  return (
    <div
      ref={bar}
      className="space-y-3 rounded empty:hidden max-lg:sticky max-lg:bottom-3 max-lg:z-10 max-lg:max-h-[60dvh] max-lg:overflow-y-auto"
    >
      {children}
    </div>
  )
}
