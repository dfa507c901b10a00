import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { appEnvironment } from '../devnet/appEnvironment'
import { startDevnet } from '../devnet/devnet'
import { BUILDS } from './builds'
import { SECONDARY_DEVNET } from './secondaryDevnet'
import { RPC_PATH } from './serveApp'

/**
 * Builds the app as production is built, in every way that tests need, for devnets like those the workers start: their
 * addresses are all alike (a deprecated factory and the bridge are only there where a test asks for them), and the RPC is
 * a path on the host that serves the app.
 */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-e2e-'))
  const usual = { ...(await devnetVariables()), VITE_RPC_URLS: RPC_PATH, VITE_BRAND: 'neutral' }
  const secondary = { ...(await secondaryVariables()), VITE_RPC_URLS: RPC_PATH }
  for (const [name, variables] of Object.entries(BUILDS))
    await buildApp(
      join(folder, name),
      // Those addresses instead of the usual ones, not beside them: a first load has no room for both.
      name === 'secondary' ? { ...secondary, VITE_BRAND: 'neutral' } : { ...usual, ...variables },
    )
  const wallet = join(folder, 'wallet')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: wallet,
      lib: {
        entry: 'devnet/wallet/announceWallets.ts',
        formats: ['iife'],
        name: 'DevnetWallets',
        fileName: () => 'wallet.js',
      },
    },
  })
  Object.assign(process.env, { E2E_BUILDS: folder, E2E_WALLET: wallet })
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Without an RPC of Ethereum: only some builds have one. */
async function devnetVariables(): Promise<Record<string, string>> {
  const devnet = await startDevnet({
    ...{ pastSec: 0, keeper: false, walk: false },
    ...{ deprecated: true, ethereum: true },
  })
  await devnet.stop()
  const { VITE_ETHEREUM_RPC_URLS: _, ...variables } = appEnvironment(devnet.deployment)
  return variables
}

/** Of devnets that have Balancer and farms, which other builds do not know of. */
async function secondaryVariables(): Promise<Record<string, string>> {
  const devnet = await startDevnet({ ...SECONDARY_DEVNET, keeper: false })
  await devnet.stop()
  return appEnvironment(devnet.deployment)
}

async function buildApp(outDir: string, variables: Record<string, string>): Promise<void> {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
