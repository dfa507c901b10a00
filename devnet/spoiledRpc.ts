import { createServer } from 'node:http'

/** A JSON-RPC request as a node gets it. */
export interface NodeRequest {
  readonly id: number
  readonly method: string
  readonly params: readonly unknown[]
}

/** What comes over HTTP instead of the node's answer. */
export interface SpoiledAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** An RPC between a test's page and its node, which can be made to answer anything. */
export interface SpoiledRpc {
  readonly url: string
  /** When it was asked since it was spoiled last, milliseconds. */
  readonly requestedAtMs: readonly number[]
  /**
   * From now on, until it is said otherwise; without an argument it answers as the node does.
   *
   * @param reply Told a request, and how to ask the node; undefined passes the request on as it is
   */
  spoil(
    reply?: (
      request: NodeRequest,
      ask: (request: NodeRequest) => Promise<unknown>,
    ) => Promise<SpoiledAnswer | undefined> | SpoiledAnswer | undefined,
  ): void
  stop(): Promise<void>
}

/** Starts one in front of a node. */
export async function startSpoiledRpc(nodeUrl: string): Promise<SpoiledRpc> {
  const requestedAtMs: number[] = []
  let reply: Parameters<SpoiledRpc['spoil']>[0]
  const send = async (body: string) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(nodeUrl, { method: 'POST', headers, body })).text()
  }
  const ask = async (request: NodeRequest) =>
    (JSON.parse(await send(JSON.stringify(request))) as { result: unknown }).result
  const server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const asked = Buffer.concat(parts).toString()
    requestedAtMs.push(performance.now())
    const posted = JSON.parse(asked) as NodeRequest | readonly NodeRequest[]
    let answer: SpoiledAnswer | undefined
    // An answer to one of a batch is the answer to all of it, which then counts as not taken.
    for (const request of [posted].flat()) answer ??= await reply?.(request, ask)
    const { status = 200, headers = {}, body } = answer ?? { body: await send(asked) }
    const type = body.startsWith('{') ? 'application/json' : 'text/html'
    outgoing.writeHead(status, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The RPC has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requestedAtMs,
    spoil(next) {
      requestedAtMs.length = 0
      reply = next
    },
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
