import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient, fallback, type Hex } from 'viem'
import { afterEach, describe, expect, it } from 'vitest'
import { httpTogether } from './httpTogether'

interface Asked {
  readonly id: number
  readonly method: string
  readonly params: readonly [string]
}

type Respond = (asked: Asked | Asked[], response: ServerResponse) => void

const answerOf = ({ id, params: [word] }: Asked) => ({
  jsonrpc: '2.0',
  id,
  ...(word === 'revert'
    ? { error: { code: 3, message: 'execution reverted' } }
    : { result: `answer to ${word}` }),
})

const takesBatches: Respond = (asked, response) => {
  // In any order, as JSON-RPC allows.
  const answer = Array.isArray(asked) ? asked.map(answerOf).reverse() : answerOf(asked)
  response.end(JSON.stringify(answer))
}

let close = () => {}
afterEach(() => close())

/** A client of an RPC, and what that RPC was asked, request by request. */
async function connect(respond: Respond, options: { timeout?: number } = {}) {
  const requests: (Asked | Asked[])[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const asked = JSON.parse(body) as Asked | Asked[]
      requests.push(asked)
      respond(asked, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => server.close()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createClient({
    transport: fallback([httpTogether(url, { retryCount: 0, ...options })], { retryCount: 0 }),
  })
  const call = (word: string) =>
    client.request({ method: 'eth_call', params: [word] } as never) as Promise<Hex>
  const blockNumber = () =>
    client.request({ method: 'eth_blockNumber', params: ['number'] } as never)
  return { requests, call, blockNumber }
}

const sizesOf = (requests: (Asked | Asked[])[]) =>
  requests.map((asked) => (Array.isArray(asked) ? asked.length : 1))

describe('contract calls', () => {
  it('of the same moment go in one request, each to its own answer', async () => {
    const { requests, call } = await connect(takesBatches)
    expect(await Promise.all(['a', 'b', 'c'].map(call))).toEqual([
      'answer to a',
      'answer to b',
      'answer to c',
    ])
    expect(sizesOf(requests)).toEqual([3])
  })

  it('that come one by one, and other requests, go by themselves and as no list', async () => {
    const { requests, call, blockNumber } = await connect(takesBatches)
    await call('a')
    await Promise.all([blockNumber(), blockNumber(), call('b')])
    expect(requests.map(Array.isArray)).toEqual([false, false, false, false])
  })

  it('fail each for itself', async () => {
    const { call } = await connect(takesBatches)
    const [good, bad] = await Promise.allSettled([call('a'), call('revert')])
    expect(good).toEqual({ status: 'fulfilled', value: 'answer to a' })
    expect(bad.status).toBe('rejected')
    expect(String(bad.status === 'rejected' && bad.reason)).toContain('execution reverted')
  })
})

describe('an RPC that takes no batches', () => {
  const refusals: Record<string, Respond> = {
    'with a status': (_, response) => response.writeHead(400).end('no batches'),
    'with an internal error': (_, response) => response.writeHead(500).end('no batches'),
    'with one error for all': (_, response) =>
      response.end(
        JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32600, message: 'batch' } }),
      ),
    'with a list of one error': (_, response) =>
      response.end(
        JSON.stringify([{ jsonrpc: '2.0', id: null, error: { code: -32600, message: 'batch' } }]),
      ),
    'with nonsense': (_, response) => response.end('<html>'),
  }

  for (const [how, refuse] of Object.entries(refusals))
    it(`and says so ${how} is asked call by call, from then on without a try`, async () => {
      const { requests, call } = await connect((asked, response) =>
        Array.isArray(asked) ? refuse(asked, response) : takesBatches(asked, response),
      )
      const both = ['answer to a', 'answer to b']
      expect(await Promise.all([call('a'), call('b')])).toEqual(both)
      expect(sizesOf(requests)).toEqual([2, 1, 1])
      expect(await Promise.all([call('a'), call('b')])).toEqual(both)
      expect(sizesOf(requests)).toEqual([2, 1, 1, 1, 1])
    })

  it('but does not answer at all is not waited for twice', async () => {
    const { requests, call } = await connect(() => {}, { timeout: 100 })
    const answers = await Promise.allSettled([call('a'), call('b')])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(sizesOf(requests)).toEqual([2])
  })
})
