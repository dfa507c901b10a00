import { type ReactNode, useId } from 'react'
import { useSearchParams } from 'react-router'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { poolContent } from './content'
import { POOL_TABS, type PoolTab, tabAfterKey, toPoolTab } from './poolTab'

/**
 * The details of a pool, one at a time; the URL says which, so that a link opens it.
 *
 * @param children Draws what a tab holds
 */
export function PoolTabs({ children }: { children: (tab: PoolTab) => ReactNode }) {
  const [params, setParams] = useSearchParams()
  const tab = toPoolTab(params.get('tab'))
  const id = useId()
  const open = (next: PoolTab) =>
    setParams(
      (current) => {
        current.set('tab', next)
        return current
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <section
      aria-label={poolContent.tabs.label}
      className="rounded-panel border border-line bg-surface"
    >
      <div
        role="tablist"
        aria-label={poolContent.tabs.label}
        className="flex flex-wrap border-b border-line px-2 sm:px-3"
      >
        {POOL_TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === tab}
            aria-controls={`${id}-panel`}
            // One stop for the Tab key; arrows go from tab to tab.
            tabIndex={name === tab ? 0 : -1}
            className="min-h-11 border-b-2 border-transparent px-1.5 max-sm:text-xs text-muted hover:text-ink aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink sm:px-3"
            onClick={() => open(name)}
            onKeyDown={(event) => {
              const next = tabAfterKey(name, event.key)
              if (next === undefined) return
              event.preventDefault()
              open(next)
              document.getElementById(`${id}-${next}`)?.focus()
            }}
          >
            {poolContent.tabs[name]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className="p-4">
        <SectionBoundary key={tab} what={poolContent.sections.details}>
          {children(tab)}
        </SectionBoundary>
      </div>
    </section>
  )
}
