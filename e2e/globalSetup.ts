import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { appEnvironment } from '../devnet/appEnvironment'
import { startDevnet } from '../devnet/devnet'
import { ETHEREUM_PATH, RPC_PATH } from './serveApp'

/**
 * Builds the app as production is built, for devnets like those the workers start: their addresses are all alike (a
 * deprecated factory and the bridge are only there where a test asks for them), and the RPC is a path on the host that
 * serves the app. Once without an RPC of Ethereum, and once with one.
 */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-e2e-'))
  const devnet = await startDevnet({
    ...{ pastSec: 0, keeper: false, walk: false },
    ...{ deprecated: true, ethereum: true },
  })
  Object.assign(process.env, appEnvironment(devnet.deployment), {
    VITE_RPC_URLS: RPC_PATH,
    VITE_BRAND: 'neutral',
  })
  await devnet.stop()

  process.env.E2E_APP = join(folder, 'app')
  process.env.E2E_WALLET = join(folder, 'wallet')
  process.env.E2E_APP_ETHEREUM = join(folder, 'ethereum')
  process.env.VITE_ETHEREUM_RPC_URLS = ETHEREUM_PATH
  await buildApp(process.env.E2E_APP_ETHEREUM)
  delete process.env.VITE_ETHEREUM_RPC_URLS
  await buildApp(process.env.E2E_APP)
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

async function buildApp(outDir: string): Promise<void> {
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } })
}
