import { useMemo, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import type { HintKind } from '../../analytics/bridgeHint'

const KEY = 'bridgeHints.v1'
const listeners = new Set<() => void>()
/** Holds where the browser keeps nothing. */
let remembered = ''

/** What has been dismissed: one `account kind` a line. */
function current(): string {
  try {
    return localStorage.getItem(KEY) ?? remembered
  } catch {
    return remembered
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** Never shows a kind of hint to an account again, in this browser. */
export function dismissHint(account: Address, kind: HintKind): void {
  remembered = [...new Set([...current().split('\n'), `${account} ${kind}`])].join('\n').trim()
  try {
    localStorage.setItem(KEY, remembered)
  } catch {
    // Without storage it holds until the page is left.
  }
  for (const listener of listeners) listener()
}

/** The kinds of hints that an account has dismissed. */
export function useDismissedHints(account: Address | undefined): ReadonlySet<HintKind> {
  const text = useSyncExternalStore(subscribe, current)
  return useMemo(() => {
    const lines = text.split('\n').map((line) => line.split(' '))
    return new Set(lines.flatMap(([owner, kind]) => (owner === account ? [kind as HintKind] : [])))
  }, [text, account])
}
