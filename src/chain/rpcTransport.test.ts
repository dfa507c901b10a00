import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, createClient, http, type Transport } from 'viem'
import { afterEach, describe, expect, it } from 'vitest'
import { describeRefusal } from './rpcRefusal'
import { rpcTransport } from './rpcTransport'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A node at an address of its own that answers so. */
async function nodeThat(answers: RequestListener): Promise<string> {
  server = createServer(answers)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rpc`
}

function ask(transport: Transport, params: unknown = []): Promise<unknown> {
  const client: Client = createClient({ transport })
  return client.request({ method: 'eth_call', params } as never)
}

async function failureOf(transport: Transport): Promise<Error> {
  return ask(transport).then(
    (result) => {
      throw new Error(`answered ${JSON.stringify(result)}`)
    },
    (error) => error,
  )
}

function replies(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

const PLAIN = { 'Content-Type': 'text/plain' }

describe('rpcTransport', () => {
  it('sends a JSON-RPC request and gives its result', async () => {
    const seen: unknown[] = []
    const url = await nodeThat(async (request, response) => {
      const parts = await request.toArray()
      seen.push(request.method, request.headers['content-type'], JSON.parse(parts.join('')))
      replies(200, { jsonrpc: '2.0', id: 1, result: '0xé' })(request, response)
    })
    expect(await ask(rpcTransport(url), [{ data: '0x1234' }, 'latest'])).toBe('0xé')
    expect(seen).toEqual([
      'POST',
      'application/json',
      { jsonrpc: '2.0', id: 1, method: 'eth_call', params: [{ data: '0x1234' }, 'latest'] },
    ])
  })

  it('gives a result that is null', async () => {
    const url = await nodeThat(replies(200, { jsonrpc: '2.0', id: 1, result: null, error: null }))
    expect(await ask(rpcTransport(url))).toBeNull()
  })

  it('puts letters together that come in two pieces', async () => {
    const url = await nodeThat(async (_, response) => {
      const text = Buffer.from(JSON.stringify({ result: 'é' }))
      response.write(text.subarray(0, 12))
      await new Promise((resolve) => setTimeout(resolve, 50))
      response.end(text.subarray(12))
    })
    expect(await ask(rpcTransport(url))).toBe('é')
  })

  it('sends a user name and password of the address as authorization', async () => {
    const url = await nodeThat((request, response) =>
      replies(200, { result: request.headers.authorization })(request, response),
    )
    const withUser = url.replace('//', '//me:p%40%C5%9Bs@')
    const expected = Buffer.from('me:p@śs').toString('base64')
    expect(await ask(rpcTransport(withUser))).toBe(`Basic ${expected}`)
  })

  it.each<[string, RequestListener]>([
    ['a revert', replies(200, { error: { code: 3, message: 'reverted', data: '0x08c379a0' } })],
    ['no overrides', replies(200, { error: { code: -32602, message: 'too many arguments' } })],
    ['an error without a code', replies(200, { error: { message: 'no state overrides' } })],
    ['a limit', replies(200, { error: { code: -32005, message: 'more than 10000 results' } })],
    ['400 with an error', replies(400, { error: { code: -32602, message: 'range: max 40' } })],
    ['429', replies(429, 'slow down', { ...PLAIN, 'Retry-After': '7' })],
    ['429 as JSON', replies(429, { error: 'slow down' })],
    ['413', replies(413, 'Request Entity Too Large', PLAIN)],
    ['403', replies(403, { error: { message: 'not from here' } })],
    ['502', replies(502, '<html>Bad Gateway</html>', PLAIN)],
    ['503 without a word', replies(503, '')],
    ['a code without words', replies(200, { error: { code: -32602 } })],
    ['an error that is a text', replies(200, { error: 'unsupported parameter' })],
    ['a limit in plain words', replies(200, 'rate limit exceeded', PLAIN)],
    ['a web page', replies(200, '<html>Welcome</html>', PLAIN)],
    ['half an answer', replies(200, '{"jsonrpc":"2.0","id":1,"resu')],
    ['a connection that breaks', (request) => request.socket.destroy()],
  ])("of %s it says what viem's own transport says", async (_, answers) => {
    const url = await nodeThat(answers)
    const ours = await failureOf(rpcTransport(url))
    const viems = await failureOf(http(url, { retryCount: 0 }))
    expect(ours.name).toBe(viems.name)
    expect(describeRefusal(ours)).toEqual(describeRefusal(viems))
    expect(ours).toMatchObject(pick(viems))
  })

  it.each([
    ['nothing', ''],
    ['a number', '7'],
    ['null', 'null'],
  ])('takes %s for no answer', async (_, body) => {
    const url = await nodeThat(replies(200, body))
    expect((await failureOf(rpcTransport(url))).name).toBe('HttpRequestError')
  })

  it('keeps the request out of its errors', async () => {
    const url = await nodeThat(replies(500, 'no'))
    const data = `0x${'ab'.repeat(1_000)}`
    const error = await ask(rpcTransport(url), [{ data }]).catch((reason: Error) => reason)
    if (!(error instanceof Error)) throw new Error('it answered')
    expect(error.message).toContain('eth_call')
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain('abab')
  })

  it('gives up on an answer that does not begin', async () => {
    const url = await nodeThat(() => {})
    const error = await failureOf(rpcTransport(url, { timeoutMs: 50 }))
    expect(error.name).toBe('TimeoutError')
    expect(describeRefusal(error).kind).toBe('timeout')
  })

  it('gives up on an answer that does not end', async () => {
    const url = await nodeThat((_, response) => void response.write('{"jsonrpc":'))
    expect((await failureOf(rpcTransport(url, { timeoutMs: 50 }))).name).toBe('TimeoutError')
  })

  it('waits for an answer that comes bit by bit, but not for ever', async () => {
    const comingIn = (parts: readonly string[]): RequestListener => {
      return async (_, response) => {
        for (const part of parts) {
          response.write(part)
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
        response.end('}')
      }
    }
    const limits = { timeoutMs: 300 }
    const slow = await nodeThat(comingIn(['{"result"', ':', '"0x', '1', '"']))
    expect(await ask(rpcTransport(slow, limits))).toBe('0x1')
    server?.close()
    const endless = await nodeThat(comingIn(Array.from({ length: 40 }, () => ' ')))
    expect((await failureOf(rpcTransport(endless, limits))).name).toBe('TimeoutError')
  })

  it.each([
    ['says so before', { 'Content-Length': 102 }, ''],
    ['turns out to be', {}, 'x'.repeat(101)],
  ])('does not wait for the end of an answer that %s too long', async (_, headers, text) => {
    const url = await nodeThat((_, response) => {
      response.writeHead(200, headers)
      response.flushHeaders()
      response.write(text)
    })
    const error = await failureOf(rpcTransport(url, { maxBytes: 100 }))
    expect(error.name).toBe('ResponseBodyTooLargeError')
    expect(describeRefusal(error).kind).toBe('tooLarge')
  })

  it('reads an answer that is just not too long', async () => {
    const text = JSON.stringify({ result: 'x'.repeat(100) })
    const url = await nodeThat(replies(200, text))
    expect(await ask(rpcTransport(url, { maxBytes: text.length }))).toBe('x'.repeat(100))
  })
})

/** What callers look at. */
function pick(error: Error): object {
  const { code, status } = error as { code?: number; status?: number }
  return { ...(code === undefined ? {} : { code }), ...(status === undefined ? {} : { status }) }
}
