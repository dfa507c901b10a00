import {
  type Address,
  BaseError,
  type Client,
  createClient,
  encodeFunctionData,
  type Hex,
  HttpRequestError,
  InvalidParamsRpcError,
  numberToHex,
} from 'viem'
import { POOLS_WITHOUT_OVERRIDES } from '../../protocol/bounds'
import { classifyRpcError } from '../classifyRpcError'
import { MalformedResponseError } from '../errors'
import { ethCall } from '../ethCall'
import type { OpenTransport, RpcSource } from '../rpcTransport'
import { decodeLens } from './decodeLens'
import type { LensArgs, LensFunction, LensResult } from './lensFunctions'
import { type NodeLimits, nodeLimits } from './nodeLimits'
import { POOL_LENS_CODE, poolLensAbi } from './poolLens'

/** Nothing else stands at this address: in text, "pool lens". */
export const LENS_ADDRESS: Address = '0x0000000000000000000000706f6F6c206c656e73'

/** A contract that is only ever run by `eth_call`, at an address where nothing else stands. */
export interface Lens {
  readonly address: Address
  /** Runtime bytecode. */
  readonly code: Hex
}

const POOL_LENS: Lens = { address: LENS_ADDRESS, code: POOL_LENS_CODE }

/** Asked for where a node's default covers only some of the pools. */
const MORE_GAS = numberToHex(1_000_000_000)

/** One RPC, and what it has turned out to take. */
export interface LensNode {
  readonly client: Client
  readonly limits: NodeLimits
}

/**
 * Reads at the first of the configured RPCs that answers, all of it at the same one.
 *
 * @throws The last RPC's error
 */
export async function atFirstNode<T>(
  client: Client,
  read: (node: LensNode) => Promise<T>,
): Promise<T> {
  let failure: unknown
  for (const node of nodesOf(client)) {
    try {
      return await read({ client: node, limits: limitsOf(node) })
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/**
 * A client of its own for each RPC of viem's `fallback`, in its order, or for what stands in for them: what one node takes says
 * nothing of the next.
 */
function nodesOf(client: Client): Client[] {
  const { transports, standIn } = client.transport as Partial<RpcSource> & {
    transports?: readonly OpenTransport[]
  }
  const open = standIn?.current === undefined ? transports : [standIn.current]
  if (open === undefined) return [client]
  return open.map((transport) => createClient({ chain: client.chain, transport: () => transport }))
}

/** A transport that knows what it takes says so. */
function limitsOf({ transport, uid }: Client): NodeLimits {
  const { limits, url } = transport as { limits?: NodeLimits; url?: string }
  return limits ?? nodeLimits(url ?? uid)
}

/**
 * Runs the lens in one `eth_call`: as code in a state override or, where the RPC knows none, deployed for the length of the
 * call.
 *
 * @param block A block's number; the newest block without one
 * @throws viem's RPC errors, `MalformedResponseError`
 */
export async function callLens<const name extends LensFunction>(
  node: LensNode,
  functionName: name,
  args: LensArgs<name>,
  block?: bigint,
): Promise<LensResult<name>> {
  const data = encodeFunctionData({ abi: poolLensAbi, functionName, args } as never)
  const answer = await callCode(node, POOL_LENS, data, block)
  try {
    return decodeLens(functionName, answer) as never
  } catch (cause) {
    throw new MalformedResponseError('unexpected lens response', { cause })
  }
}

/**
 * Runs a contract that is deployed nowhere, in the same two ways.
 *
 * @param block A block's number; the newest block without one
 * @throws viem's RPC errors, `MalformedResponseError`
 */
export async function callCode(
  node: LensNode,
  lens: Lens,
  data: Hex,
  block?: bigint,
): Promise<Hex> {
  const { limits } = node
  const at = block === undefined ? 'latest' : numberToHex(block)
  if (limits.isDeployless) return askDeployless(node, lens, data, at)
  try {
    const override = { [lens.address]: { code: lens.code } }
    return await askWithGas(node, { to: lens.address, data }, at, override)
  } catch (error) {
    if (!mayBeAboutOverrides(error)) throw error
    const answer = await askDeployless(node, lens, data, at)
    limits.isDeployless = true
    limits.mostPools = Math.min(limits.mostPools, POOLS_WITHOUT_OVERRIDES)
    return answer
  }
}

async function askDeployless(
  node: LensNode,
  { code }: Lens,
  data: Hex,
  at: Hex | 'latest',
): Promise<Hex> {
  const { deploylessLens } = await import('./deploylessLens')
  return askWithGas(node, { data: deploylessLens(code, data) }, at)
}

/** Names the gas only where it helps: on Arbitrum a fixed amount can fail when Ethereum's data is dear. */
async function askWithGas(
  { client, limits }: LensNode,
  call: { readonly to?: Address; readonly data: Hex },
  ...others: readonly unknown[]
): Promise<Hex> {
  if (limits.gas !== 'more') return ethCall(client, [call, ...others])
  try {
    return await ethCall(client, [{ ...call, gas: MORE_GAS }, ...others])
  } catch (error) {
    const answer = await ethCall(client, [call, ...others]).catch(() => {
      throw error
    })
    limits.gas = 'refused'
    return answer
  }
}

/** A node that does not know state overrides refuses in its own words, or calls an address with nothing at it. */
function mayBeAboutOverrides(error: unknown): boolean {
  if (error instanceof MalformedResponseError || error instanceof InvalidParamsRpcError) return true
  if (error instanceof BaseError && error.walk((cause) => cause instanceof HttpRequestError))
    return false
  const { kind } = classifyRpcError(error)
  return kind === 'transient' || kind === 'permanent'
}
