import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { currentBrand } from '../brand/currentBrand'
import { Mark } from '../ui/Mark'

const PAGES = [
  { to: '/', name: 'Markets' },
  { to: '/portfolio', name: 'Portfolio' },
  { to: '/transactions', name: 'Transactions' },
  ...(currentBrand.treasury === undefined ? [] : [{ to: '/treasury', name: 'Treasury' }]),
]

const FOOT_LINK = 'underline underline-offset-4 hover:text-ink max-sm:inline-block max-sm:py-3'

/** What is around every page, first in the file that the visitor gets and then in the running app. */
export function Frame({ status, children }: { status: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      {/* No link: what stands behind `#` in the address is the route. */}
      <button
        type="button"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-3"
        onClick={() => document.getElementById('content')?.focus()}
      >
        Skip to the content
      </button>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 max-w-content flex-wrap items-center gap-x-5 gap-y-2 px-4 py-2 max-sm:gap-y-0">
          <NavLink
            to="/"
            className="flex min-h-10 items-center gap-2 font-semibold whitespace-nowrap"
          >
            <Mark shapes={currentBrand.mark} />
            <span>{currentBrand.name}</span>
          </NavLink>
          <nav aria-label="Main">
            {PAGES.map(({ to, name }) => (
              <NavLink
                key={to}
                to={to}
                end
                className="rounded px-2 py-1 text-muted hover:text-ink aria-[current=page]:text-ink max-sm:inline-block max-sm:py-2.5"
              >
                {name}
              </NavLink>
            ))}
          </nav>
          <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{status}</div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        // A screen high from the start, so that the footer is out of sight while the page comes, and does not jump.
        className="mx-auto min-h-dvh w-full max-w-content flex-1 px-4 py-6 outline-none"
      >
        {children}
      </main>
      <footer className="border-t border-line text-xs text-muted">
        <div className="mx-auto flex max-w-content flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-5">
          <div className="max-w-prose space-y-2">
            {currentBrand.legal.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <ul className="flex flex-wrap gap-x-4">
            <li>
              <NavLink to="/bridge" className={FOOT_LINK}>
                Bridge
              </NavLink>
            </li>
            {currentBrand.links.map(({ label, href }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noreferrer" className={FOOT_LINK}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </div>
  )
}
