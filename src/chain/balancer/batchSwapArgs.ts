import { type Address, type Hex, isAddressEqual } from 'viem'
import type { SwapRoute } from './swapRoute'

/** The amount that is put in is given; what comes out is computed. @see IVault.SwapKind */
export const GIVEN_IN = 0

/** @see IVault.BatchSwapStep */
interface BatchSwapStep {
  readonly poolId: Hex
  readonly assetInIndex: bigint
  readonly assetOutIndex: bigint
  /** Of a later step 0n: all that the one before has given. */
  readonly amount: bigint
  readonly userData: Hex
}

/** A route as the Vault's `batchSwap` and `queryBatchSwap` take it. */
export interface BatchSwap {
  readonly steps: readonly BatchSwapStep[]
  /** The first is put in, the last comes out. */
  readonly assets: readonly Address[]
}

/** @param amountIn Base units of the route's first token */
export function toBatchSwap(route: SwapRoute, amountIn: bigint): BatchSwap {
  const [first] = route
  const assets = [first.tokenIn, ...route.map(({ tokenOut }) => tokenOut)]
  const indexOf = (token: Address) => assets.findIndex((asset) => isAddressEqual(asset, token))
  const steps = route.map(({ poolId, tokenIn, tokenOut }, index) => ({
    poolId,
    assetInIndex: BigInt(indexOf(tokenIn)),
    assetOutIndex: BigInt(indexOf(tokenOut)),
    amount: index === 0 ? amountIn : 0n,
    userData: '0x' as const,
  }))
  return { steps, assets }
}

/** Tokens come from and go to the account's wallet. @see IVault.FundManagement */
export function ownFunds(account: Address) {
  return {
    sender: account,
    fromInternalBalance: false,
    recipient: account,
    toInternalBalance: false,
  } as const
}
