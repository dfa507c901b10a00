import {
  type Address,
  type Client,
  decodeFunctionResult,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  numberToHex,
} from 'viem'
import { MalformedResponseError } from '../errors'
import { ethCall } from '../ethCall'
import { balancerQueriesAbi } from './balancerAbi'
import type { BalancerNetwork } from './resolveBalancer'

/** What is put into a weighted pool: amounts in the Vault's order of tokens, base units. */
export interface PoolJoin {
  readonly poolId: Hex
  readonly tokens: readonly Address[]
  readonly amountsIn: readonly bigint[]
  /** LP tokens that are accepted at least. */
  readonly minLpOut: bigint
}

/** What is taken out of a weighted pool, for an exact amount of LP tokens. */
export interface PoolExit {
  readonly poolId: Hex
  readonly tokens: readonly Address[]
  readonly lpIn: bigint
  /** Index of the only token that is taken; undefined for all in proportion. */
  readonly onlyToken: number | undefined
  /** In the Vault's order of tokens, base units. */
  readonly minAmountsOut: readonly bigint[]
}

/** @see WeightedPoolUserData.JoinKind */
const EXACT_TOKENS_IN_FOR_BPT_OUT = 1n
/** @see WeightedPoolUserData.ExitKind */
const EXACT_BPT_IN_FOR_ONE_TOKEN_OUT = 0n
const EXACT_BPT_IN_FOR_TOKENS_OUT = 1n

const UINT = { type: 'uint256' } as const

/** @see IVault.JoinPoolRequest */
export function toJoinRequest({ tokens, amountsIn, minLpOut }: Omit<PoolJoin, 'poolId'>) {
  const userData = encodeAbiParameters(
    [UINT, { type: 'uint256[]' }, UINT],
    [EXACT_TOKENS_IN_FOR_BPT_OUT, amountsIn, minLpOut],
  )
  return { assets: tokens, maxAmountsIn: amountsIn, userData, fromInternalBalance: false } as const
}

/** @see IVault.ExitPoolRequest */
export function toExitRequest(exit: Omit<PoolExit, 'poolId'>) {
  const { tokens, lpIn, onlyToken, minAmountsOut } = exit
  const userData =
    onlyToken === undefined
      ? encodeAbiParameters([UINT, UINT], [EXACT_BPT_IN_FOR_TOKENS_OUT, lpIn])
      : encodeAbiParameters(
          [UINT, UINT, UINT],
          [EXACT_BPT_IN_FOR_ONE_TOKEN_OUT, lpIn, BigInt(onlyToken)],
        )
  return { assets: tokens, minAmountsOut, userData, toInternalBalance: false } as const
}

/**
 * LP tokens that a join gives, to the unit in the same state.
 *
 * @throws RPC errors, also where the Vault would revert; `MalformedResponseError`
 */
export async function queryJoin(
  client: Client,
  { queries }: Pick<BalancerNetwork, 'queries'>,
  { poolId, ...join }: Omit<PoolJoin, 'minLpOut'>,
  account: Address,
  blockNumber?: bigint,
): Promise<bigint> {
  const request = toJoinRequest({ ...join, minLpOut: 0n })
  const args = [poolId, account, account, request] as const
  const data = encodeFunctionData({ abi: balancerQueriesAbi, functionName: 'queryJoin', args })
  const answer = await callQueries(client, queries, data, blockNumber)
  return decoded(() => {
    const [lpOut] = decodeFunctionResult({
      abi: balancerQueriesAbi,
      functionName: 'queryJoin',
      data: answer,
    })
    return lpOut
  })
}

/**
 * Amounts that an exit gives, in the Vault's order of tokens, to the unit in the same state.
 *
 * @throws RPC errors, also where the Vault would revert; `MalformedResponseError`
 */
export async function queryExit(
  client: Client,
  { queries }: Pick<BalancerNetwork, 'queries'>,
  { poolId, ...exit }: Omit<PoolExit, 'minAmountsOut'>,
  account: Address,
  blockNumber?: bigint,
): Promise<readonly bigint[]> {
  const request = toExitRequest({ ...exit, minAmountsOut: exit.tokens.map(() => 0n) })
  const args = [poolId, account, account, request] as const
  const data = encodeFunctionData({ abi: balancerQueriesAbi, functionName: 'queryExit', args })
  const answer = await callQueries(client, queries, data, blockNumber)
  return decoded(() => {
    const [, amountsOut] = decodeFunctionResult({
      abi: balancerQueriesAbi,
      functionName: 'queryExit',
      data: answer,
    })
    if (amountsOut.length !== exit.tokens.length) throw new RangeError('amounts')
    return amountsOut
  })
}

function callQueries(client: Client, to: Address, data: Hex, blockNumber?: bigint): Promise<Hex> {
  const at = blockNumber === undefined ? 'latest' : numberToHex(blockNumber)
  return ethCall(client, [{ to, data }, at])
}

function decoded<T>(decode: () => T): T {
  try {
    return decode()
  } catch (cause) {
    throw new MalformedResponseError('unexpected answer of BalancerQueries', { cause })
  }
}
