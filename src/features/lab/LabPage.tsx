import type { ReactNode } from 'react'
import { NavLink, useSearchParams } from 'react-router'
import { currentBrand } from '../../brand/currentBrand'
import { CopyLink } from './CopyLink'
import { labContent as content } from './content'

const PAGES = [
  ['/lab', content.pages.replay],
  ['/lab/simulate', content.pages.simulate],
  ['/lab/decay', content.pages.decay],
  ['/lab/strategies', content.pages.strategies],
] as const

/** Around each page of the lab: its title and the way to the others, which keep the settings. */
export function LabPage({ children }: { children: ReactNode }) {
  const [params] = useSearchParams()
  const search = params.toString()
  return (
    <div className="space-y-4">
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-xl font-semibold">{content.title}</h1>
          <p className="mt-1 text-muted">{content.intro}</p>
        </div>
        <CopyLink />
      </header>
      <nav
        aria-label={content.pages.label}
        className="flex flex-wrap border-b border-line sm:gap-x-1"
      >
        {PAGES.map(([to, name]) => (
          <NavLink
            key={to}
            to={{ pathname: to, search }}
            end
            className="-mb-px border-b-2 border-transparent px-1.5 py-2 max-sm:text-sm sm:px-3 text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
          >
            {name}
          </NavLink>
        ))}
      </nav>
      {children}
    </div>
  )
}
