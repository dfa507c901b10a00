import { createStorage, deserialize, type Storage } from 'wagmi'
import { safeStorage } from '../../safeStorage'

/** wagmi's storage: it never throws, and gives nothing for what is no record of wagmi's. */
export function walletStorage(): Storage {
  return createStorage({ storage: safeStorage, deserialize: readStored })
}

/** On a shared host other apps write under the same names. */
function readStored(text: string): unknown {
  try {
    const value = deserialize<{ state?: { connections?: unknown } } | null>(text)
    const connections = value?.state?.connections
    return connections === undefined || isSound(connections) ? value : null
  } catch {
    return null
  }
}

function isSound(connections: unknown): boolean {
  return (
    connections instanceof Map &&
    [...connections.values()].every(
      (connection) => Array.isArray(connection?.accounts) && connection.connector?.id !== undefined,
    )
  )
}
