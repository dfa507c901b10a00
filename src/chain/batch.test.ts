import fc from 'fast-check'
import {
  bytesToHex,
  createClient,
  custom,
  decodeFunctionData,
  encodeAbiParameters,
  encodeFunctionResult,
  getAddress,
  type Hex,
  toHex,
} from 'viem'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { erc20Abi, leveragedPoolAbi, multicall3Abi, poolCommitterAbi } from './abi'
import { readBatch, readOf, sharedReadOf } from './batch'
import { MalformedResponseError } from './errors'

const MULTICALL3 = '0xcA11bde05977b3631167028862bE2a173976CA11'
const TOKEN = getAddress('0x00000000000000000000000000000000000000a3')
const POOL = getAddress('0x00000000000000000000000000000000000000a1')
const ACCOUNT = getAddress('0x00000000000000000000000000000000000000a4')

interface Result {
  readonly success: boolean
  readonly returnData: Hex
}
interface Call {
  readonly target: Hex
  readonly allowFailure: boolean
  readonly callData: Hex
}

/** A client that answers `eth_call` without state overrides, as some nodes do, and keeps every request it answers. */
function fakeClient(answer: (calls: readonly Call[]) => unknown) {
  const requests: { method: string; params: unknown }[] = []
  const client = createClient({
    transport: custom(
      {
        request: async (request: { method: string; params: [{ to: Hex; data: Hex }] }) => {
          if (request.params.length > 2)
            throw Object.assign(new Error('too many arguments'), { code: -32602 })
          requests.push(request)
          const { args } = decodeFunctionData({ abi: multicall3Abi, data: request.params[0].data })
          return answer((args?.[0] ?? []) as readonly Call[])
        },
      },
      { retryCount: 0 },
    ),
  })
  return { client, requests }
}

function listOf(results: readonly Result[]): Hex {
  return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result: results })
}

const word = (value: bigint): Hex => toHex(value, { size: 32 })
const good = (returnData: Hex): Result => ({ success: true, returnData })
const REVERTED: Result = { success: false, returnData: '0x' }

/** A read of its own each time: one that stands twice is asked once. */
const supply = () => readOf(erc20Abi, TOKEN, 'totalSupply')
const decimals = readOf(erc20Abi, TOKEN, 'decimals')
const symbol = readOf(erc20Abi, TOKEN, 'symbol')

describe('readBatch', () => {
  it('keeps the arrangement of what is asked, and every answer in its place', async () => {
    const { client } = fakeClient((calls) =>
      listOf(calls.map((_, index) => good(word(BigInt(index))))),
    )
    const answers = await readBatch(client, MULTICALL3, {
      b: supply(),
      a: [supply(), supply()],
      nested: { deep: [{ x: supply() }, { x: supply(), y: [] }], none: {} },
      last: [[supply()]],
    })
    expect(answers).toEqual({
      b: 0n,
      a: [1n, 2n],
      nested: { deep: [{ x: 3n }, { x: 4n, y: [] }], none: {} },
      last: [[5n]],
    })
  })

  it('gives each value the type of its function', async () => {
    const { client } = fakeClient(() => listOf([good(word(6n)), good(word(7n))]))
    const answers = await readBatch(client, MULTICALL3, { decimals, list: [supply()] })
    expectTypeOf(answers.decimals).toEqualTypeOf<number | undefined>()
    expectTypeOf(answers.list[0]).toEqualTypeOf<bigint | undefined>()
    expect(answers).toEqual({ decimals: 6, list: [7n] })
  })

  it('asks once, however much is read, and lets each read fail by itself', async () => {
    const { client, requests } = fakeClient((calls) => {
      expect(calls).toHaveLength(500)
      expect(calls.every(({ target, allowFailure }) => target === TOKEN && allowFailure)).toBe(true)
      return listOf(calls.map(() => good(word(1n))))
    })
    await readBatch(client, MULTICALL3, Array.from({ length: 500 }, supply))
    expect(requests.map(({ method }) => method)).toEqual(['eth_call'])
    expect(requests[0]?.params).toMatchObject([{ to: MULTICALL3 }, 'latest'])
  })

  it('asks once for what stands in several places, and for what is shared', async () => {
    const { client } = fakeClient((calls) =>
      listOf(calls.map((_, index) => good(word(BigInt(index))))),
    )
    const twice = supply()
    const answers = await readBatch(client, MULTICALL3, {
      own: [twice, supply(), twice],
      shared: [
        sharedReadOf(erc20Abi, TOKEN, 'totalSupply'),
        sharedReadOf(erc20Abi, POOL, 'totalSupply'),
        sharedReadOf(erc20Abi, TOKEN, 'decimals'),
        sharedReadOf(erc20Abi, TOKEN, 'totalSupply'),
      ],
    })
    expect(answers).toEqual({ own: [0n, 1n, 0n], shared: [2n, 3n, 4, 2n] })
  })

  it('asks nothing when nothing is read', async () => {
    const { client, requests } = fakeClient(() => '0x')
    expect(await readBatch(client, MULTICALL3, { a: [], b: {} })).toEqual({ a: [], b: {} })
    expect(requests).toEqual([])
  })

  it('calls the function with its arguments', async () => {
    const { client } = fakeClient((calls) => {
      const data = calls[0]?.callData ?? '0x'
      expect(decodeFunctionData({ abi: erc20Abi, data })).toEqual({
        functionName: 'allowance',
        args: [ACCOUNT, POOL],
      })
      return listOf([good(word(5n))])
    })
    const read = readOf(erc20Abi, TOKEN, 'allowance', [ACCOUNT, POOL])
    expect(await readBatch(client, MULTICALL3, read)).toBe(5n)
  })
})

describe('a read that fails', () => {
  it.each<[what: string, result: Result]>([
    ['reverts', REVERTED],
    ['reverts with a reason', { success: false, returnData: word(1n) }],
    ['answers nothing, as an address without code does', good('0x')],
    ['answers less than a word', good('0x01')],
    ['answers a number that is none of its type', good(word(1n << 200n))],
  ])('because the contract %s is undefined, and its neighbours are not', async (_, result) => {
    const { client } = fakeClient(() => listOf([good(word(1n)), result, good(word(2n))]))
    expect(await readBatch(client, MULTICALL3, [supply(), decimals, supply()])).toEqual([
      1n,
      undefined,
      2n,
    ])
  })

  it.each<[what: string, returnData: Hex]>([
    ['an offset outside the answer', `${word(1n << 40n)}${word(3n).slice(2)}`],
    ['a length far beyond the answer', `${word(32n)}${word(1n << 60n).slice(2)}`],
    ['a bytes32 instead of a string', toHex('MKR', { size: 32 })],
  ])('with %s is undefined', async (_, returnData) => {
    const { client } = fakeClient(() => listOf([good(returnData), good(word(2n))]))
    expect(await readBatch(client, MULTICALL3, [symbol, supply()])).toEqual([undefined, 2n])
  })

  it('is told from an answer that is nought, empty or false', async () => {
    const paused = readOf(leveragedPoolAbi, POOL, 'paused')
    const { client } = fakeClient(() =>
      listOf([
        good(word(0n)),
        good(encodeAbiParameters([{ type: 'string' }], [''])),
        good(word(0n)),
      ]),
    )
    expect(await readBatch(client, MULTICALL3, [supply(), symbol, paused])).toEqual([0n, '', false])
  })

  it('never throws and never disturbs its neighbour, whatever a contract answers', async () => {
    const queue = readOf(poolCommitterAbi, POOL, 'totalPoolCommitments', [1n])
    const balance = readOf(poolCommitterAbi, POOL, 'getAggregateBalance', [ACCOUNT])
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => bytesToHex(array))
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (returnData, success) => {
        const { client } = fakeClient((calls) =>
          listOf(
            calls.map((_, index) => (index % 2 === 0 ? { success, returnData } : good(word(9n)))),
          ),
        )
        const tree = [
          symbol,
          supply(),
          queue,
          supply(),
          balance,
          supply(),
          decimals,
          supply(),
        ] as const
        const answers = await readBatch(client, MULTICALL3, tree)
        expect([answers[1], answers[3], answers[5], answers[7]]).toEqual([9n, 9n, 9n, 9n])
      }),
    )
  })
})

describe('an answer that is no list of results', () => {
  it.each<[what: string, answer: unknown]>([
    ['empty', '0x'],
    ['null', null],
    ['a word', word(1n)],
    ['a list cut short', listOf([good(word(1n)), good(word(2n))]).slice(0, -64)],
    ['no hex', 'hello'],
    ['an object', { error: 'rate limited' }],
    ['a number', 5],
  ])('is a MalformedResponseError: %s', async (_, answer) => {
    const { client } = fakeClient(() => answer)
    const reading = readBatch(client, MULTICALL3, [supply(), supply()])
    await expect(reading).rejects.toBeInstanceOf(MalformedResponseError)
    await expect(reading).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' })
  })

  it.each([
    ['no answers', []],
    ['fewer answers', [good(word(1n))]],
    ['more answers', [good(word(1n)), good(word(2n)), good(word(3n))]],
  ])('is a MalformedResponseError: %s than were asked for', async (_, results) => {
    const { client } = fakeClient(() => listOf(results))
    await expect(readBatch(client, MULTICALL3, [supply(), supply()])).rejects.toThrow(
      MalformedResponseError,
    )
  })

  it('is a MalformedResponseError for any bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => bytesToHex(array))
    await fc.assert(
      fc.asyncProperty(bytes, async (answer) => {
        const { client } = fakeClient(() => answer)
        await expect(readBatch(client, MULTICALL3, [supply()])).rejects.toBeInstanceOf(
          MalformedResponseError,
        )
      }),
    )
  })
})

describe('a request that fails as a whole', () => {
  it('throws the RPC’s own error and no other', async () => {
    const { client } = fakeClient(() => {
      throw Object.assign(new Error('rate limited'), { code: -32005 })
    })
    const reading = readBatch(client, MULTICALL3, [supply()])
    await expect(reading).rejects.toThrow(/rate limited/)
    await expect(reading).rejects.not.toBeInstanceOf(MalformedResponseError)
  })
})
