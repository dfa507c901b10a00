import type { Address } from 'viem'
import { vaultAbi } from './balancerAbi'
import { GIVEN_IN, ownFunds, toBatchSwap } from './batchSwapArgs'
import type { SwapRoute } from './swapRoute'

/** A swap as it is sent. */
export interface SwapOrder {
  readonly vault: Address
  readonly route: SwapRoute
  /** Base units of the route's first token. */
  readonly amountIn: bigint
  /** The least that is accepted of its last; the Vault reverts below it. */
  readonly minOut: bigint
  /** Unix seconds; the Vault reverts in a later block. */
  readonly deadlineSec: bigint
}

/** The Vault's call for a swap: `swap` for one hop, `batchSwap` for two. */
export function buildSwap(
  { vault, route, amountIn, minOut, deadlineSec }: SwapOrder,
  account: Address,
) {
  const call = { address: vault, abi: vaultAbi } as const
  const funds = ownFunds(account)
  if (route.length === 1) {
    const [{ poolId, tokenIn, tokenOut }] = route
    const single = {
      poolId,
      kind: GIVEN_IN,
      assetIn: tokenIn,
      assetOut: tokenOut,
      amount: amountIn,
      userData: '0x',
    } as const
    return { ...call, functionName: 'swap', args: [single, funds, minOut, deadlineSec] } as const
  }
  const { steps, assets } = toBatchSwap(route, amountIn)
  // What the account gives is counted as positive, what it receives as negative.
  const limits = assets.map((_, index) => {
    if (index === 0) return amountIn
    return index === assets.length - 1 ? -minOut : 0n
  })
  const args = [GIVEN_IN, steps, assets, funds, limits, deadlineSec] as const
  return { ...call, functionName: 'batchSwap', args } as const
}

const BASIS_POINTS = 10_000n

/**
 * The least of a quoted amount that a slippage still takes, rounded up: never less than what the person has agreed to.
 *
 * @param slippageBasisPoints Of 10,000
 * @throws RangeError outside of 0 to 10,000
 */
export function applySlippage(amount: bigint, slippageBasisPoints: number): bigint {
  if (
    !Number.isInteger(slippageBasisPoints) ||
    slippageBasisPoints < 0 ||
    slippageBasisPoints > 10_000
  )
    throw new RangeError('Slippage is from 0 to 10,000 basis points')
  const kept = amount * (BASIS_POINTS - BigInt(slippageBasisPoints))
  return (kept + BASIS_POINTS - 1n) / BASIS_POINTS
}
