import {
  BlockNotFoundError,
  HttpRequestError,
  LimitExceededRpcError,
  ResponseBodyTooLargeError,
  RpcRequestError,
  TimeoutError,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { classifyRpcError } from './classifyRpcError'
import { MalformedResponseError } from './errors'
import { findSuggestedBlocks } from './findSuggestedBlocks'

const url = 'https://rpc.example'
const body = { method: 'eth_getLogs', params: [{ fromBlock: '0x1', toBlock: '0x429' }] }

/** An error object of JSON-RPC, as viem throws it. */
const rpc = (code: number, message: string) =>
  new RpcRequestError({ url, body, error: { code, message } })
const status = (code: number, details = '') =>
  new HttpRequestError({ url, body, status: code, details })

describe('an RPC that wants the window smaller', () => {
  it.each([
    [-32005, 'query returned more than 10000 results', undefined],
    [-32602, 'query exceeds max results 20000, retry with the range 24383075-24383125', undefined],
    [-32000, 'eth_getLogs is limited to a 10,000 range', 10_000n],
    [-32614, 'eth_getLogs is limited to a 500 blocks range', 500n],
    [-32600, 'block range is too wide', undefined],
    [-32000, 'exceed maximum block range: 5000', 5_000n],
    [-32701, 'Please specify an address or narrow the range: maximum block range: 50000', 50_000n],
    [-32602, 'Block range limit exceeded.', undefined],
    [-32000, 'requested too many blocks from 1 to 9000, maximum is set to 2048', 2_048n],
    [-32000, 'eth_getLogs range is too large, max is 1k blocks', 1_000n],
    [
      -32602,
      'Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size. Based on your parameters, this block range should work: [0x10, 0x20]',
      17n,
    ],
    [-32008, 'Response is too big', undefined],
    [-32000, 'logs matched by query exceeds limit of 10000', undefined],
    [-32000, 'please limit the query to at most 1000 blocks', 1_000n],
    [
      -32000,
      'Under the Free tier plan, you can make eth_getLogs requests with up to a 10 block range.',
      10n,
    ],
  ])('%i %s', (code, message, suggestedBlocks) => {
    const refusal = rpc(code, message)
    expect(classifyRpcError(refusal).kind).toBe('tooLarge')
    expect(findSuggestedBlocks(refusal)).toBe(suggestedBlocks)
  })

  it('by the size of what it sends', () => {
    expect(classifyRpcError(status(413)).kind).toBe('tooLarge')
    expect(classifyRpcError(new ResponseBodyTooLargeError({ maxSize: 10, size: 11 })).kind).toBe(
      'tooLarge',
    )
  })
})

describe('an RPC that', () => {
  it.each([
    [status(429), 'rateLimited'],
    [rpc(429, 'Your app has exceeded its compute units per second capacity.'), 'rateLimited'],
    [
      new LimitExceededRpcError(rpc(-32005, 'daily request count exceeded, request rate limited')),
      'rateLimited',
    ],
    [rpc(-32029, 'Too Many Requests'), 'rateLimited'],
    [new TimeoutError({ url, body }), 'timeout'],
    [rpc(-32000, 'query timeout exceeded'), 'timeout'],
    [rpc(-32000, 'context deadline exceeded'), 'timeout'],
    [status(504, 'Gateway Timeout'), 'timeout'],
    [new BlockNotFoundError({ blockNumber: 5n }), 'behind'],
    [rpc(-32000, 'header not found'), 'behind'],
    [rpc(-32000, 'block is out of range'), 'behind'],
    [rpc(-32000, 'toBlock is greater than latest block'), 'behind'],
    [rpc(-32602, 'invalid block range: 1 is beyond current head block 0'), 'behind'],
    [rpc(-32601, 'the method eth_getLogs does not exist'), 'permanent'],
    [status(401), 'permanent'],
    [rpc(4444, 'pruned history unavailable'), 'permanent'],
    [rpc(-32000, 'missing trie node 0x1f (path ) state 0x2e is not available'), 'permanent'],
    [rpc(-32000, 'required historical state unavailable (reexec=0)'), 'permanent'],
    [rpc(-32000, 'old data not available due to pruning'), 'permanent'],
    [status(502, 'Bad Gateway'), 'transient'],
    [rpc(-32603, 'Internal error'), 'transient'],
    [new MalformedResponseError('expected a list of logs'), 'transient'],
    [new Error('fetch failed'), 'transient'],
    ['nonsense', 'transient'],
  ])('says %s: %s', (error, kind) => {
    expect(classifyRpcError(error).kind).toBe(kind)
  })

  it('says how long to wait', () => {
    const error = Object.assign(status(429), { headers: new Headers({ 'retry-after': '7' }) })
    expect(classifyRpcError(error)).toEqual({ kind: 'rateLimited', retryAfterMs: 7_000 })
  })
})
