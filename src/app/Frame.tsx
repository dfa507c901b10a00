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

/**
 * What is around every page, first in the file that the visitor gets and then in the running app.
 *
 * Wide, all of the header stays when the page is scrolled; narrow, only the line with the network does.
 */
export function Frame({
  network,
  controls,
  children,
}: {
  /** Network, block and its age. */
  network: ReactNode
  controls: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      {/* No link: what stands behind `#` in the address is the route. */}
      <button
        type="button"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:bg-surface focus:p-3"
        onClick={() => document.getElementById('content')?.focus()}
      >
        Skip to the content
      </button>
      <header className="border-line bg-surface max-lg:contents lg:sticky lg:top-0 lg:z-20 lg:border-b">
        <div className="max-lg:contents lg:mx-auto lg:flex lg:min-h-14 lg:max-w-content lg:items-center lg:gap-x-5 lg:px-4 lg:py-2">
          <div className="bg-surface max-lg:px-4 max-lg:pt-2 lg:contents">
            <div className="items-center gap-x-2 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] sm:flex sm:gap-x-5 lg:contents">
              <NavLink
                to="/"
                className="flex min-h-10 items-center gap-2 font-semibold whitespace-nowrap"
              >
                <Mark shapes={currentBrand.mark} />
                <span className="truncate">{currentBrand.name}</span>
              </NavLink>
              <nav aria-label="Main" className="max-sm:col-span-2 max-sm:row-start-2">
                {PAGES.map(({ to, name }) => (
                  <NavLink
                    key={to}
                    to={to}
                    end
                    className="rounded px-2 py-1 whitespace-nowrap text-muted hover:text-ink aria-[current=page]:text-ink max-sm:inline-block max-sm:py-2.5 max-sm:first:pl-0"
                  >
                    {name}
                  </NavLink>
                ))}
              </nav>
              <div className="ml-auto flex flex-wrap items-center justify-end gap-2 lg:order-last lg:ml-0">
                {controls}
              </div>
            </div>
          </div>
          <div className="flex h-8 items-center bg-surface max-lg:sticky max-lg:top-0 max-lg:z-20 max-lg:border-b max-lg:border-line max-lg:px-4 lg:ml-auto lg:h-10">
            {network}
          </div>
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
