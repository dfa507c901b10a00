import type { Address, Hex } from 'viem'
import { bringUp } from './bringUp'
import { startChain } from './chain'
import { type FaucetAmounts, faucet, increaseTime, setPrice, upkeep } from './controls'
import { type Deployment, removeDeployment, writeDeployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import type { DevnetOptions } from './devnetOptions'
import { type Ethereum, startEthereum } from './ethereum/startEthereum'
import type { Pace } from './live'
import type { PriceSymbol } from './markets'
import type { PastSummary } from './past'
import { planSchedule } from './schedule'

export const DEFAULT_CHAIN_ID = 421_337

export interface Devnet {
  readonly rpcUrl: string
  readonly deployment: Deployment
  readonly client: DevnetClient
  /** There when it was asked for. */
  readonly ethereum: DevnetClient | undefined
  /** What happened before hand-over. */
  readonly past: PastSummary
  /** How long it took from call to hand-over. */
  readonly readySec: number
  /** Resolves when the chain is gone though no one stopped it; prices, keeper and file are then gone too. */
  readonly died: Promise<Error>
  /** Sets a dollar price; the walk goes on from there. */
  setPrice(symbol: PriceSymbol, usd: number): Promise<void>
  /** Moves the clock forward and mines a block there. */
  increaseTime(seconds: number): Promise<void>
  /** Performs upkeeps, of all pools by default; those not due stay as they are. */
  upkeep(pools?: readonly Address[]): Promise<readonly Hex[]>
  /** Gives 10 ETH, 10,000 USDC and 5,000 BAL, or the amounts asked for, in whole units. */
  faucet(address: Address, amounts?: FaucetAmounts): Promise<void>
  /** Nothing happens on its own any more: no block, no price, no upkeep; resolves when what was under way is done. */
  pause(): Promise<void>
  /** Things happen by themselves again; what is not said is as the options had it. */
  resume(pace?: Pace): Promise<void>
  /** Stops everything and waits until it is gone. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Starts a local chain with the real contracts, lets it live through its past, and hands it over.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const startedMs = performance.now()
  const { chainId = DEFAULT_CHAIN_ID, port = 0, deploymentFile = null, signal } = options
  signal?.throwIfAborted()
  const schedule = planSchedule(options)
  const chain = await startChain({ port, chainId, genesisSec: schedule.genesisSec })
  const abandon = () => void chain.stop()
  signal?.addEventListener('abort', abandon)
  let death: Error | undefined
  let ethereum: Ethereum | undefined
  void chain.died.then((error) => {
    death = error
  })
  try {
    const live = await bringUp(options, schedule, chain.rpcUrl, chainId)
    signal?.throwIfAborted()
    const { client, past } = live
    if (options.ethereum) ethereum = await startEthereum(client, live.deployment)
    const deployment =
      ethereum === undefined
        ? live.deployment
        : { ...live.deployment, ethereum: ethereum.deployment }
    if (deploymentFile !== null) writeDeployment(deployment, deploymentFile)
    let stopped: Promise<void> | undefined
    const shutDown = async () => {
      if (deploymentFile !== null) removeDeployment(deploymentFile, chain.rpcUrl)
      await live.pause()
      await Promise.all([chain.stop(), ethereum?.anvil.stop()])
    }
    const stop = () => {
      stopped ??= shutDown()
      return stopped
    }
    const deaths = [chain.died, ...(ethereum === undefined ? [] : [ethereum.anvil.died])]
    const died = Promise.race(deaths).then(async (error) => {
      await stop()
      return error
    })
    return {
      rpcUrl: chain.rpcUrl,
      died,
      deployment,
      client,
      ethereum: ethereum?.client,
      past,
      readySec: (performance.now() - startedMs) / 1_000,
      setPrice: (symbol, usd) => setPrice(client, deployment, symbol, usd),
      increaseTime: (seconds) => increaseTime(client, seconds),
      upkeep: (pools) => upkeep(client, deployment, pools),
      faucet: (address, amounts) => faucet(client, deployment, address, amounts),
      pause: live.pause,
      resume: live.resume,
      stop,
    }
  } catch (error) {
    await Promise.all([chain.stop(), ethereum?.anvil.stop()])
    signal?.throwIfAborted()
    // What failed for want of a chain says less.
    throw death ?? error
  } finally {
    signal?.removeEventListener('abort', abandon)
  }
}
