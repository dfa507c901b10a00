import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { test as base } from './fixtures'
import { RPC_PATH, serveApp } from './serveApp'

/** As `globalSetup.ts` leaves them to the other tests of a worker. */
const USUAL_VARIABLES = { VITE_BRAND: 'neutral', VITE_RPC_URLS: RPC_PATH }

/**
 * Tests on one edition, built for the worker's own devnet. Its node is the first RPC, at an address of its own; the
 * second is on the host that serves the app, where the tests' wallets find theirs.
 *
 * @param on Tests whose devnet it is, where the usual one will not do
 */
export function testEdition(name: string, on = base) {
  return on.extend<object, object>({
    served: [
      async ({ devnet }, use) => {
        const folder = mkdtempSync(join(tmpdir(), `perpetual-pools-${name}-`))
        Object.assign(process.env, {
          VITE_BRAND: name,
          VITE_RPC_URLS: `${devnet.rpcUrl},${RPC_PATH}`,
        })
        try {
          await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } })
        } finally {
          Object.assign(process.env, USUAL_VARIABLES)
        }
        const served = await serveApp(folder, devnet.rpcUrl)
        await use(served)
        await served.stop()
        rmSync(folder, { recursive: true, force: true })
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  })
}
