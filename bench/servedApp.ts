import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { appEnvironment } from '../devnet/appEnvironment'
import { type Devnet, startDevnet } from '../devnet/devnet'
import type { DevnetOptions } from '../devnet/devnetOptions'
import { RPC_PATH, serveApp } from '../e2e/serveApp'

/** Builds the app for a new devnet, serves it while `work` goes on, and leaves nothing behind. */
export async function withServedApp<T>(
  options: DevnetOptions,
  work: (appUrl: string, devnet: Devnet) => Promise<T>,
): Promise<T> {
  const devnet = await startDevnet(options)
  try {
    return await withAppOn(devnet, {}, (appUrl) => work(appUrl, devnet))
  } finally {
    await devnet.stop()
  }
}

/** The same for a devnet that is there, with variables of one's own for the build. */
export async function withAppOn<T>(
  devnet: Devnet,
  variables: Readonly<Record<string, string>>,
  work: (appUrl: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-bench-'))
  const environment = { ...appEnvironment(devnet.deployment), VITE_RPC_URLS: RPC_PATH }
  try {
    Object.assign(process.env, environment, variables)
    await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } })
    const served = await serveApp(folder, devnet.rpcUrl)
    try {
      return await work(served.url)
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
