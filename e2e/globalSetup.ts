import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { appEnvironment } from '../devnet/appEnvironment'
import { startDevnet } from '../devnet/devnet'
import { RPC_PATH } from './serveApp'

/**
 * Builds the app once, as production is built, for devnets like those the workers start: their addresses are all alike
 * (a deprecated factory is only there where a test asks for it), and the RPC is a path on the host that serves the app.
 */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-e2e-'))
  const devnet = await startDevnet({ pastSec: 0, keeper: false, walk: false, deprecated: true })
  Object.assign(process.env, appEnvironment(devnet.deployment), {
    VITE_RPC_URLS: RPC_PATH,
    VITE_BRAND: 'neutral',
  })
  await devnet.stop()

  process.env.E2E_APP = join(folder, 'app')
  process.env.E2E_WALLET = join(folder, 'wallet')
  await build({ logLevel: 'warn', build: { outDir: process.env.E2E_APP, emptyOutDir: true } })
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: process.env.E2E_WALLET,
      lib: {
        entry: 'devnet/wallet/announceWallets.ts',
        formats: ['iife'],
        name: 'DevnetWallets',
        fileName: () => 'wallet.js',
      },
    },
  })
  return () => rmSync(folder, { recursive: true, force: true })
}
