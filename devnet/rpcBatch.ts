import { Agent, request } from 'node:http'

export interface RpcCall {
  readonly method: string
  readonly params: readonly unknown[]
}

interface RpcAnswer {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Node's own client on one open connection: `fetch` takes twice as long, six thousand times. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

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
  const answers = JSON.parse(await post(rpcUrl, JSON.stringify(body))) as RpcAnswer[]
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  return body.map(({ id, method }) => {
    const answer = byId.get(id)
    if (answer === undefined) throw new Error(`${method} was not answered`)
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  })
}

function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        text += chunk
      })
      incoming.on('end', () => resolve(text))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
