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
import { readBatch, readOf, reusable, sharedReadOf } from './batch'
import { MalformedResponseError } from './errors'
import type { HexPieces } from './hexPieces'
import { NO_MARK } from './packedCalls'

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

describe('a reusable part', () => {
  const MARK = 'a1'.repeat(8)
  const OTHER = 'b2'.repeat(8)
  const changed = (mark: string, ...values: readonly bigint[]): Hex =>
    `0x00000002${mark}${values.map((value) => `80000020${word(value).slice(2)}`).join('')}`
  const UNCHANGED: Hex = '0x00000001'

  /** A client of a node that takes packed calls; each request is answered when the test says so. */
  function packedClient() {
    const asked: { marks: readonly string[]; answer: (data: Hex) => void }[] = []
    const request = async ({ params }: { params: [{ data: HexPieces }] }) => {
      const marks = Array.from(
        params[0].data.toJSON().matchAll(/ff([\da-f]{16})00/g),
        ([, mark]) => `${mark}`,
      )
      return new Promise((resolve) => asked.push({ marks, answer: resolve }))
    }
    return { client: createClient({ transport: custom({ request }, { retryCount: 0 }) }), asked }
  }

  function partOfTwo() {
    return reusable({ supply: supply(), decimals: readOf(erc20Abi, TOKEN, 'totalSupply') })
  }

  async function askFor(tree: { part: ReturnType<typeof partOfTwo> }, data: Hex) {
    const { client, asked } = packedClient()
    const reading = readBatch(client, MULTICALL3, tree)
    asked[0]?.answer(data)
    return { marks: asked[0]?.marks, answers: await reading }
  }

  it('is asked for by what it answered last, and is then the very object of before', async () => {
    const tree = { part: partOfTwo() }
    const first = await askFor(tree, changed(MARK, 1n, 2n))
    expect(first).toEqual({ marks: [NO_MARK], answers: { part: { supply: 1n, decimals: 2n } } })
    const second = await askFor(tree, UNCHANGED)
    expect(second.marks).toEqual([MARK])
    expect(second.answers).toBe(first.answers)
    const third = await askFor(tree, changed(OTHER, 1n, 3n))
    expect(third.answers).toEqual({ part: { supply: 1n, decimals: 3n } })
    expect(first.answers).toEqual({ part: { supply: 1n, decimals: 2n } })
    expect((await askFor(tree, UNCHANGED)).marks).toEqual([OTHER])
  })

  it('leaves what is beside it the object of before where it alone has changed', async () => {
    const tree = { part: partOfTwo(), beside: { other: partOfTwo() } }
    const first = await askFor(tree, `${changed(MARK, 1n, 2n)}${changed(MARK, 5n, 6n).slice(2)}`)
    const second = await askFor(tree, `${changed(OTHER, 1n, 3n)}${UNCHANGED.slice(2)}`)
    expect(second.answers).toEqual({
      part: { supply: 1n, decimals: 3n },
      beside: { other: { supply: 5n, decimals: 6n } },
    })
    expect(Reflect.get(second.answers, 'beside')).toBe(Reflect.get(first.answers, 'beside'))
  })

  it('that is asked for twice at once answers each time as it was when that was asked', async () => {
    const tree = { part: partOfTwo() }
    await askFor(tree, changed(MARK, 1n, 2n))
    const { client, asked } = packedClient()
    const slow = readBatch(client, MULTICALL3, tree)
    const quick = readBatch(client, MULTICALL3, tree)
    asked[1]?.answer(changed(OTHER, 1n, 3n))
    expect(await quick).toEqual({ part: { supply: 1n, decimals: 3n } })
    asked[0]?.answer(UNCHANGED)
    expect(await slow).toEqual({ part: { supply: 1n, decimals: 2n } })
  })

  it('cannot be what it was before it has ever answered', async () => {
    await expect(askFor({ part: partOfTwo() }, UNCHANGED)).rejects.toBeInstanceOf(
      MalformedResponseError,
    )
  })
})
