import type { Page, Route } from '@playwright/test'
import {
  type Address,
  decodeFunctionData,
  decodeFunctionResult,
  encodeFunctionResult,
  type Hex,
  isAddressEqual,
  multicall3Abi,
} from 'viem'
import { RPC_PATH } from './serveApp'

/** A JSON-RPC request of the page. */
export interface RpcRequest {
  readonly jsonrpc: '2.0'
  readonly id: number
  readonly method: string
  readonly params: readonly unknown[]
}

/** What the RPC answers instead: a JSON-RPC answer, or any HTTP response. */
export type Reply =
  | { readonly result: unknown; readonly id?: number }
  | { readonly error: { readonly code: number; readonly message: string } }
  | { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }

/**
 * Puts a bad RPC between the page and the devnet.
 *
 * @param reply Told each request, and how to ask the devnet; undefined passes the request on as it is
 */
export async function misbehave(
  page: Page,
  reply: (
    request: RpcRequest,
    ask: (request: RpcRequest) => Promise<unknown>,
  ) => Promise<Reply | undefined> | Reply | undefined,
): Promise<void> {
  await page.route(`**${RPC_PATH}`, async (route) => {
    const request = route.request().postDataJSON() as RpcRequest
    const answer = await reply(request, (asked) => askDevnet(route, asked))
    if (answer === undefined) return route.continue()
    if ('status' in answer) return route.fulfill(answer)
    return route.fulfill({ json: { jsonrpc: '2.0', id: request.id, ...answer } })
  })
}

/** Ends it. */
export async function behave(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}

async function askDevnet(route: Route, request: RpcRequest): Promise<unknown> {
  const response = await route.fetch({ postData: JSON.stringify(request) })
  return ((await response.json()) as { result: unknown }).result
}

/** One call inside a multicall, and what it answered. */
export interface InnerCall {
  readonly target: Address
  readonly callData: Hex
  readonly success: boolean
  readonly returnData: Hex
}

/**
 * The answer to a multicall with some of its inner answers changed.
 *
 * @param change What becomes of each; undefined leaves it
 * @returns Undefined when the request is no multicall
 */
export async function changeInnerAnswers(
  request: RpcRequest,
  ask: (request: RpcRequest) => Promise<unknown>,
  change: (call: InnerCall) => { success: boolean; returnData: Hex } | undefined,
): Promise<Reply | undefined> {
  const [call] = request.params as readonly [{ readonly data?: Hex }]
  const selector = { abi: multicall3Abi, functionName: 'aggregate3' } as const
  if (request.method !== 'eth_call' || !call.data?.startsWith('0x82ad56cb')) return undefined
  const [calls] = decodeFunctionData({ abi: multicall3Abi, data: call.data }).args as readonly [
    readonly { readonly target: Address; readonly callData: Hex }[],
  ]
  const data = (await ask(request)) as Hex
  const answers = decodeFunctionResult({ ...selector, data })
  const changed = answers.map((answer, index) => {
    const inner = calls[index]
    if (inner === undefined) throw new Error('The devnet gave more answers than were asked for')
    return change({ ...inner, ...answer }) ?? answer
  })
  return { result: encodeFunctionResult({ ...selector, result: changed }) }
}

/** Whether an inner call goes to one of these contracts. */
export function goesTo({ target }: InnerCall, addresses: readonly Address[]): boolean {
  return addresses.some((address) => isAddressEqual(address, target))
}
