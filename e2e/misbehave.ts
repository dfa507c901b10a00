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
    const posted = route.request().postDataJSON() as RpcRequest | readonly RpcRequest[]
    const requests = [posted].flat()
    const ask = (asked: RpcRequest) => askDevnet(route, asked)
    const answers = await Promise.all(requests.map((request) => reply(request, ask)))
    if (answers.every((answer) => answer === undefined)) return route.continue()
    const json: unknown[] = []
    for (const [index, request] of requests.entries()) {
      const answer = answers[index] ?? { result: await ask(request) }
      if ('status' in answer) return route.fulfill(answer)
      json.push({ jsonrpc: '2.0', id: request.id, ...answer })
    }
    return route.fulfill({ json: Array.isArray(posted) ? json : json[0] })
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
