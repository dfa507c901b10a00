import type { ReactNode } from 'react'

/** What comes and goes on its own: at the lower edge of a narrow window, over the page; at the page's end where a table is. */
export function StickyBar({ children }: { children: ReactNode }) {
  return (
    <div className="space-y-3 rounded empty:hidden max-lg:sticky max-lg:bottom-3 max-lg:z-10 max-lg:max-h-[60dvh] max-lg:overflow-y-auto">
      {children}
    </div>
  )
}
