import type { Page, Route } from '@playwright/test'
import {
  type Address,
  bytesToHex,
  concat,
  decodeFunctionData,
  decodeFunctionResult,
  encodeFunctionResult,
  type Hex,
  hexToBytes,
  isAddressEqual,
  multicall3Abi,
  pad,
  slice,
  zeroAddress,
} from 'viem'
import { LISTS_PLACE, NO_MARK, PACKED_CALLS } from '../src/chain/packedCalls'
import { unpackAnswers } from '../src/chain/unpackAnswers'
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

type Change = (call: InnerCall) => { success: boolean; returnData: Hex } | undefined

/**
 * The answer to a call that makes many, packed or by Multicall3, with some of its inner answers changed.
 *
 * @param change What becomes of each; undefined leaves it
 * @returns Undefined when the request is no such call
 */
export async function changeInnerAnswers(
  request: RpcRequest,
  ask: (request: RpcRequest) => Promise<unknown>,
  change: Change,
): Promise<Reply | undefined> {
  const [call] = request.params as readonly [{ readonly to?: Address; readonly data?: Hex }]
  const { to, data } = request.method === 'eth_call' ? call : {}
  if (data === undefined) return undefined
  if (to === PACKED_CALLS) {
    return { result: await changePackedAnswers(request, data, ask, change) }
  }
  if (!data.startsWith('0x82ad56cb')) return undefined
  const selector = { abi: multicall3Abi, functionName: 'aggregate3' } as const
  const [calls] = decodeFunctionData({ abi: multicall3Abi, data }).args as readonly [
    readonly { readonly target: Address; readonly callData: Hex }[],
  ]
  const answers = decodeFunctionResult({ ...selector, data: (await ask(request)) as Hex })
  const changed = answers.map((answer, index) => {
    const inner = calls[index]
    if (inner === undefined) throw new Error('The devnet gave more answers than were asked for')
    return change({ ...inner, ...answer }) ?? answer
  })
  return { result: encodeFunctionResult({ ...selector, result: changed }) }
}

/** The same for packed calls. A piece with a changed answer gets a mark of its own: nobody is to take it for the true one. */
async function changePackedAnswers(
  request: RpcRequest,
  data: Hex,
  ask: (request: RpcRequest) => Promise<unknown>,
  change: Change,
): Promise<Hex> {
  const [call, ...others] = request.params
  const override = others[1] as Readonly<Record<Address, { code: Hex }>> | undefined
  const { pieces, unmarked } = unpackPieces(data, override?.[PACKED_CALLS]?.code ?? '0x')
  const params = [{ ...(call as object), data: unmarked }, ...others]
  const answers = unpackAnswers((await ask({ ...request, params })) as Hex, pieces)
  const changed = pieces.map(({ calls }, index) => {
    const given = answers[index]
    if (given === undefined || given === 'unchanged')
      throw new Error('The devnet left an answer out')
    let isChanged = false
    const texts = calls.map(({ to, data: callData }, place) => {
      const digits = given.answers[place]
      const answer = { success: digits !== undefined, returnData: `0x${digits ?? ''}` } as const
      const other = change({ target: to, callData, ...answer })
      isChanged ||= other !== undefined
      return packAnswer(other ?? answer)
    })
    if (given.mark === undefined) return texts.join('')
    return `00000002${isChanged ? OTHER_MARK : given.mark}${texts.join('')}`
  })
  return `0x${changed.join('')}`
}

const OTHER_MARK = 'bad0'.repeat(4)

interface UnpackedPiece {
  readonly calls: { readonly to: Address; readonly data: Hex }[]
  readonly mark: string | undefined
}

/** The pieces of a packed request, see `packedCalls.ts`, and the request as of somebody who knows no answers yet. */
function unpackPieces(data: Hex, code: Hex): { pieces: UnpackedPiece[]; unmarked: Hex } {
  const bytes = hexToBytes(data)
  const listed = (step: number) => {
    const start = LISTS_PLACE + 4 * (step & 0x3f)
    return slice(code, start, start + 4)
  }
  const hex = (from: number, to: number) => bytesToHex(bytes.slice(from, to))
  const pieces: UnpackedPiece[] = []
  const begin = (mark?: string) => pieces.push({ calls: [], mark })
  begin()
  let to: Address = zeroAddress
  for (let place = 0; place < bytes.length; ) {
    const head = bytes[place] ?? 0
    place += 1
    if (head === 0xff) {
      begin(NO_MARK)
      bytes.fill(0, place, place + 8)
      place += 8
    } else if (head === 0xfe) {
      begin()
    } else if (head === 0) {
      to = hex(place, place + 20)
      place += 20
    } else if (head < 0x80) {
      pieces.at(-1)?.calls.push({ to, data: hex(place, place + head) })
      place += head
    } else if (head >= 0xe0) {
      const end = place + 1 + (bytes[place] ?? 0)
      pieces.at(-1)?.calls.push({ to, data: concat([listed(head), pad(hex(place + 1, end))]) })
      place = end
    } else if (head >= 0xc0) {
      pieces.at(-1)?.calls.push({ to, data: listed(head) })
    } else {
      const end = place + 4 + head - 0x80
      const argument = pad(hex(place + 4, end))
      pieces.at(-1)?.calls.push({ to, data: concat([hex(place, place + 4), argument]) })
      place = end
    }
  }
  return { pieces, unmarked: bytesToHex(bytes) }
}

function packAnswer({ success, returnData }: { success: boolean; returnData: Hex }): string {
  if (!success) return '00000000'
  const digits = returnData.slice(2)
  return (2 ** 31 + digits.length / 2).toString(16) + digits
}

/** Whether an inner call goes to one of these contracts. */
export function goesTo({ target }: InnerCall, addresses: readonly Address[]): boolean {
  return addresses.some((address) => isAddressEqual(address, target))
}
