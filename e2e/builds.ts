import { join } from 'node:path'
import { environment } from './environment'
import { ETHEREUM_PATH, NODE_URL, RPC_PATH } from './serveApp'

/** The app as the tests need it, each built once: by name, what differs from a build for the devnet alone. */
export const BUILDS = {
  neutral: {},
  /** Reads Ethereum, too. */
  ethereum: { VITE_ETHEREUM_RPC_URLS: ETHEREUM_PATH },
  /** Another edition, whose first RPC is on another host. */
  balancer: { VITE_BRAND: 'balancer', VITE_RPC_URLS: `${NODE_URL},${RPC_PATH}` },
  /** Knows Balancer and the farms of the devnets that have them; `globalSetup.ts` adds their addresses. */
  secondary: {},
  /** Hears of new blocks by WebSocket. */
  webSocket: { VITE_WS_URL: NODE_URL.replace('http', 'ws') },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type BuildName = keyof typeof BUILDS

/** Where `globalSetup.ts` has put a build. */
export function buildFolder(name: BuildName): string {
  return join(environment('E2E_BUILDS'), name)
}
