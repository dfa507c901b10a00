import { Chain } from './chain'
import { type Deployment, deployProtocol } from './protocolDeployment'
import { Random } from './random'
import { runWalk, type StepCounts } from './walk'
import { errorText } from './walkChecks'
import type { Walk } from './walkState'

/** anvil slows down with every block it has made; a new one every few walks is faster. */
const WALKS_PER_CHAIN = 5

export interface WalksOptions {
  /** Walk i is drawn from `seed + i`, so that one that fails can be run alone. */
  readonly seed: number
  readonly walks: number
  readonly steps: number
  /** Chains at the same time. */
  readonly parallel: number
  /** Called once for each new chain; what it gives is called after each step there. */
  readonly observe?: (chain: Chain, deployment: Deployment) => Promise<Observer>
}

/** Looks at a walk between two steps. @throws Error to stop it as a difference would */
export type Observer = (walk: Walk) => Promise<void>

export interface WalksResult {
  /** One line for every walk that differs. */
  readonly failures: readonly string[]
  /** How often each kind of step has been taken. */
  readonly counts: StepCounts
}

/** Runs random histories on real contracts, each step compared with the mirror. */
export async function runWalks(options: WalksOptions): Promise<WalksResult> {
  const failures: string[] = []
  const counts: StepCounts = {}
  let next = 0
  const work = async () => {
    while (next < options.walks) {
      const first = next
      next += WALKS_PER_CHAIN
      await runOnOneChain(options, first, failures, counts)
    }
  }
  await Promise.all(Array.from({ length: options.parallel }, work))
  return { failures, counts }
}

async function runOnOneChain(
  { seed, walks, steps, observe }: WalksOptions,
  first: number,
  failures: string[],
  counts: StepCounts,
): Promise<void> {
  const chain = await Chain.start()
  try {
    const deployment = await deployProtocol(chain)
    const observer = await observe?.(chain, deployment)
    for (let i = first; i < Math.min(first + WALKS_PER_CHAIN, walks); i++) {
      try {
        await runWalk(chain, deployment, new Random(seed + i), steps, counts, observer)
      } catch (error) {
        failures.push(`walk ${seed + i}: ${errorText(error)}`)
      }
    }
  } finally {
    await chain.stop()
  }
}
