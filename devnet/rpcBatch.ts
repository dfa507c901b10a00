import { postJson } from './postJson'

export interface RpcCall {
  readonly method: string
  readonly params: readonly unknown[]
}

interface RpcAnswer {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/**
 * Sends JSON-RPC calls as one batch. anvil may handle them side by side.
 *
 * @returns The results in the order of the calls
 * @throws Error with the message of the first call that failed
 */
export async function rpcBatch(
  rpcUrl: string,
  calls: readonly RpcCall[],
): Promise<readonly unknown[]> {
  const body = calls.map((call, id) => ({ jsonrpc: '2.0', id, ...call }))
  const answers = JSON.parse(await postJson(rpcUrl, JSON.stringify(body))) as RpcAnswer[]
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  return body.map(({ id, method }) => {
    const answer = byId.get(id)
    if (answer === undefined) throw new Error(`${method} was not answered`)
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  })
}
