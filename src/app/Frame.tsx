import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { currentBrand } from '../brand/currentBrand'
import { Mark } from '../ui/Mark'

const PAGES = [
  ['/', 'Markets'],
  ['/portfolio', 'Portfolio'],
  ['/lab', 'Lab'],
  ['/learn', 'Learn'],
  // Where the chain has farms.
  ['/stake', 'Stake'],
] as const

/** Behind “More” where the pages are a row. */
const MORE_PAGES = [
  ['/bridge', 'Bridge'],
  ['/create', 'Create'],
  ['/treasury', 'Fees'],
  ['/transactions', 'Transactions'],
] as const

/**
 * What is around every page, first in the file that the visitor gets and then in the running app.
 *
 * The header is one row that stays when the page is scrolled. Its pages are a row of links where there is room, and a menu where
 * there is not: one `<nav>` with the browser's own popover, which opens before any script has come. In the row, the lesser pages are
 * a popover in it.
 */
export function Frame({
  network,
  controls,
  menu,
  ready,
  hasFarms,
  children,
}: {
  /** Network, block and its age. */
  network: ReactNode
  controls: ReactNode
  /** What the menu holds besides the pages. */
  menu?: ReactNode
  /** How many markets have something to claim, beside the portfolio's name. */
  ready?: ReactNode
  /** Whether the chain has farms. */
  hasFarms: boolean
  children: ReactNode
}) {
  const { pathname } = useLocation()
  const links = (pages: readonly (readonly [to: string, name: string])[]) =>
    pages.map(([to, name]) => (
      <NavLink
        key={to}
        to={to}
        end={to !== '/lab'}
        // The link to the page that is shown leads nowhere, and the menu would stay.
        onClick={closeMenus}
      >
        {name}
        {to === '/portfolio' && ready}
      </NavLink>
    ))
  return (
    <div className="flex min-h-dvh flex-col">
      {/* No link: what stands behind `#` in the address is the route. */}
      <button
        type="button"
        className="skip"
        onClick={() => document.getElementById('content')?.focus()}
      >
        Skip to content
      </button>
      <header className="sticky top-0 z-20 border-b border-line bg-surface">
        <div className="relative mx-auto flex h-14 max-w-content items-center gap-x-2 px-4 sm:gap-x-5">
          <NavLink
            to="/"
            className="flex min-h-10 min-w-0 items-center gap-2 font-semibold whitespace-nowrap max-sm:shrink-0"
          >
            <Mark shapes={currentBrand.mark} />
            <span className="truncate max-sm:sr-only">{currentBrand.name}</span>
          </NavLink>
          <nav
            id="pages"
            aria-label="Main"
            // Another page has a menu of its own, which is closed.
            key={pathname}
            popover="auto"
          >
            {links(PAGES.filter(([to]) => to !== '/stake' || hasFarms))}
            <button
              type="button"
              popoverTarget="more"
              className="max-lg:hidden"
              // Not every browser can place a popover at its button.
              onClick={({ currentTarget }) => {
                const more = document.getElementById('more')
                if (more) more.style.left = `${currentTarget.getBoundingClientRect().left}px`
              }}
            >
              More <span aria-hidden="true">▾</span>
            </button>
            <div id="more" popover="auto">
              {links(MORE_PAGES)}
            </div>
            {menu}
          </nav>
          <div className="ml-auto lg:ml-0">{network}</div>
          <div className="flex shrink-0 items-center gap-2">
            {controls}
            <button
              type="button"
              popoverTarget="pages"
              className="relative min-h-9 rounded border border-line bg-raised px-3 max-sm:min-h-10 lg:hidden"
            >
              Menu
              {/* At its corner: it comes late, and a narrow row has no room for it. */}
              <span className="absolute -top-2 -right-2">{ready}</span>
            </button>
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
            {currentBrand.links.map(({ label, href }) => (
              <li key={href}>
                <a
                  href={href}
                  target="_blank"
                  rel="noreferrer"
                  className="underline underline-offset-4 hover:text-ink max-sm:inline-block max-sm:py-3"
                >
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

function closeMenus(): void {
  for (const id of ['pages', 'more']) document.getElementById(id)?.hidePopover()
}
