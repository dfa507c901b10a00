import type { Page, Route } from '@playwright/test'
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
