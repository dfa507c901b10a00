import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { DeployedMarket } from '../../../devnet/deployment'
import type { Devnet } from '../../../devnet/devnet'
import { pickMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'

/**
 * Starts a devnet with one market of minute-long intervals and no one on it, for all tests of a file; each finds it as it was.
 *
 * @param onStart Called once, before the first test
 * @param others Further markets, by their names
 */
export function onQuietMarket(
  onStart: (devnet: Devnet, market: DeployedMarket) => void,
  ...others: readonly string[]
): void {
  let devnet: Devnet | undefined
  let undo: Hex
  beforeAll(async () => {
    devnet = await startQuietDevnet({ markets: pickMarkets('1-BTC/USD+USDC', ...others) })
    const [market] = devnet.deployment.markets
    if (market === undefined) throw new Error('no market')
    onStart(devnet, market)
  }, 30_000)
  afterAll(() => devnet?.stop())
  beforeEach(async () => {
    undo = await started().client.snapshot()
    // What a browser has and Node has not: `injected` looks for a window, `runFlow` for Web Locks.
    vi.stubGlobal('window', {})
    vi.stubGlobal('navigator', {})
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    const { client } = started()
    await client.setAutomine(true)
    await client.revert({ id: undo })
  })

  function started(): Devnet {
    if (devnet === undefined) throw new Error('The devnet did not start')
    return devnet
  }
}

/** Waits until a check passes; longer than a busy machine takes. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 10_000 })
}
