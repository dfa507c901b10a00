import { useMemo, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import type { HintKind } from '../../analytics/bridgeHint'
import { safeStorage } from '../../safeStorage'
import { type Dismissed, dismissal, parseDismissedHints } from './dismissed'

const KEY = 'bridgeHints.v1'
const listeners = new Set<() => void>()

function current(): string {
  return safeStorage.getItem(KEY) ?? ''
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/**
 * Never shows a kind of hint to an account again, in this browser; one that is about a token, about that token.
 *
 * @param token The settlement token's address where the pools are
 */
export function dismissHint(account: Address, kind: HintKind, token: Address | undefined): void {
  const lines = new Set([...current().split('\n'), dismissal(account, kind, token)])
  safeStorage.setItem(KEY, [...lines].join('\n').trim())
  for (const listener of listeners) listener()
}

/** What an account has dismissed. */
export function useDismissedHints(account: Address | undefined): Dismissed {
  const text = useSyncExternalStore(subscribe, current)
  return useMemo(() => parseDismissedHints(text, account), [text, account])
}
