import type { ReactNode } from 'react'

/** What comes and goes on its own: at the lower edge of the window, over the page, so that nothing else moves. */
export function StickyBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-3 z-10 max-h-[60dvh] space-y-3 overflow-y-auto rounded empty:hidden">
      {children}
    </div>
  )
}
