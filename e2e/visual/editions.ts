import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { environment } from '../fixtures'

/** An edition of the app that has baselines, in the folder of its name. */
export interface Edition {
  readonly name: string
  /** What `VITE_BRAND` says to build it; undefined for the edition that the other tests run on. */
  readonly brand: string | undefined
  /** The market that its screen of a pool shows. */
  readonly market: string
}

/** One more edition is one more line. */
export const EDITIONS: readonly Edition[] = [
  { name: 'neutral', brand: undefined, market: '1-BTC/USD+USDC' },
  { name: 'balancer', brand: 'balancer', market: '5-ETH/USD+BAL' },
]

/** A built edition, and how to be rid of it. */
export interface BuiltEdition {
  readonly folder: string
  remove(): void
}

/** Builds an edition for the workers' devnets; the one that is built already is taken as it is. */
export async function buildEdition({ name, brand }: Edition): Promise<BuiltEdition> {
  if (brand === undefined) return { folder: environment('E2E_APP'), remove: () => undefined }
  const folder = join(tmpdir(), `perpetual-pools-visual-${process.pid}-${name}`)
  const before = process.env.VITE_BRAND
  process.env.VITE_BRAND = brand
  try {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  } finally {
    if (before === undefined) delete process.env.VITE_BRAND
    else process.env.VITE_BRAND = before
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
