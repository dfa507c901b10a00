import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Deployment } from '../deployment'

const ENTRY = '/@devnet-wallets'
const RESOLVED = '\0devnet-wallets'

/**
 * Announces the devnet's wallets in pages of the development server. It takes no part in a build:
 * nothing of it can reach production.
 *
 * Pass it to `createServer` beside the project's own plugins.
 */
export function devnetWallets(deployment: Deployment): Plugin {
  const file = fileURLToPath(new URL('./announceWallets.ts', import.meta.url))
  const options = {
    rpcUrl: deployment.rpcUrl,
    chainId: deployment.chainId,
    accounts: deployment.accounts
      .filter(({ role }) => role === 'person')
      .map(({ name, address }) => ({ name, address })),
  }
  return {
    name: 'devnet-wallets',
    apply: 'serve',
    resolveId: (id) => (id === ENTRY ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      return [
        `import { announceDevnetWallets } from ${JSON.stringify(file)}`,
        `announceDevnetWallets(${JSON.stringify(options)})`,
      ].join('\n')
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { type: 'module', src: ENTRY }, injectTo: 'head-prepend' },
    ],
  }
}
