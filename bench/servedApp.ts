import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { appEnvironment } from '../devnet/appEnvironment'
import { type Devnet, type DevnetOptions, startDevnet } from '../devnet/devnet'
import { RPC_PATH, serveApp } from '../e2e/serveApp'

/** Builds the app for a new devnet, serves it while `work` goes on, and leaves nothing behind. */
export async function withServedApp<T>(
  options: DevnetOptions,
  work: (appUrl: string, devnet: Devnet) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-bench-'))
  const devnet = await startDevnet(options)
  try {
    Object.assign(process.env, appEnvironment(devnet.deployment), { VITE_RPC_URLS: RPC_PATH })
    await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } })
    const served = await serveApp(folder, devnet.rpcUrl)
    try {
      return await work(served.url, devnet)
    } finally {
      await served.stop()
    }
  } finally {
    await devnet.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
