import * as v from 'valibot'
import type { Address } from 'viem'
import type { AlertMemory } from '../../analytics/alerts/dueAlerts'
import { safeStorage } from '../../safeStorage'

const MAX_KEYS = 1_000
const keys = (shape: RegExp) =>
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(120), v.regex(shape))), v.maxLength(MAX_KEYS))

const schema = v.object({
  queued: keys(/^0x[0-9a-f]{40}:\d+$/),
  active: keys(/^\w+:\w+$/),
  told: keys(/^executed:0x[0-9a-f]{40}:\d+$/),
})

/** @param text As stored; anything that is none of ours is a first look */
export function parseAlertMemory(text: string): AlertMemory | undefined {
  try {
    return v.parse(schema, JSON.parse(text))
  } catch {
    return undefined
  }
}

export function loadAlertMemory(chainId: number, account: Address): AlertMemory | undefined {
  return parseAlertMemory(safeStorage.getItem(keyOf(chainId, account)) ?? '')
}

export function saveAlertMemory(chainId: number, account: Address, memory: AlertMemory): void {
  safeStorage.setItem(keyOf(chainId, account), JSON.stringify(memory))
}

function keyOf(chainId: number, account: Address): string {
  return `alertsSeen.v1:${chainId}:${account.toLowerCase()}`
}
