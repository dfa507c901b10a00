import {
  type Client,
  createClient,
  custom,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
} from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/devnet'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { leveragedPoolAbi, poolCommitterAbi } from './abi'
import { askReads, toPiece } from './askReads'
import { type Call, NO_MARK, type Piece } from './packedCalls'
import type { Answer, PieceAnswers } from './unpackAnswers'

const MULTICALL3 = '0xcA11bde05977b3631167028862bE2a173976CA11'
/** Contracts of one kind each, put on the chain by hand. */
const BURNER = '0x00000000000000000000000000000000000000b1' // loops until its gas is gone
const REVERTER = '0x00000000000000000000000000000000000000b2'
const ECHO = '0x00000000000000000000000000000000000000b3' // returns what it is called with
const NOTHING = '0x00000000000000000000000000000000000000b4'

interface Asked {
  readonly method: string
  readonly params?: readonly unknown[]
}

let devnet: Devnet
let calls: Call[]
const requests: Asked[] = []
/** What the RPC does before it passes a request on: nothing, or throw. */
let refuse: (asked: Asked) => void
let client: Client

beforeAll(async () => {
  devnet = await startQuietDevnet()
  await devnet.client.setCode({ address: BURNER, bytecode: '0x5b600056' })
  await devnet.client.setCode({ address: REVERTER, bytecode: '0x60ff60005260206000fd' })
  await devnet.client.setCode({ address: ECHO, bytecode: '0x366000600037366000f3' })
  calls = devnet.deployment.markets.flatMap(({ pool, committer }) => [
    { to: pool, data: encodeFunctionData({ abi: leveragedPoolAbi, functionName: 'balances' }) },
    { to: pool, data: encodeFunctionData({ abi: leveragedPoolAbi, functionName: 'poolName' }) },
    { to: REVERTER, data: '0x01020304' },
    {
      to: committer,
      data: encodeFunctionData({
        abi: poolCommitterAbi,
        functionName: 'totalPoolCommitments',
        args: [1n],
      }),
    },
    { to: NOTHING, data: '0x01020304' },
    { to: ECHO, data: `0x${'ab'.repeat(127)}` },
    { to: ECHO, data: '0x01' },
  ])
}, 60_000)
afterAll(() => devnet.stop())

beforeEach(() => {
  requests.length = 0
  refuse = () => undefined
  const inner = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  client = createClient({
    transport: custom(
      {
        request: (asked: Asked) => {
          requests.push(asked)
          refuse(asked)
          return inner.request(asked as never)
        },
      },
      { retryCount: 0 },
    ),
  })
})

const askPieces = (pieces: readonly Piece[]) => askReads(client, MULTICALL3, pieces)

/** The answers to all calls, one after the other. */
async function ask(...pieces: (readonly Call[])[]): Promise<Answer[]> {
  const given = await askPieces(pieces.map((calls) => toPiece(calls)))
  return given.flatMap((piece) => (piece === 'unchanged' ? [] : piece.answers))
}

const isPacked = ({ params }: Asked) => params?.length === 3
const refusePacked = (asked: Asked) => {
  if (isPacked(asked)) throw Object.assign(new Error('too many arguments'), { code: -32602 })
}

describe('packed calls', () => {
  it('answer what Multicall3 answers, call by call, in one request', async () => {
    const packed = await ask(calls.slice(0, 10), calls.slice(10))
    expect(requests.map(({ method }) => method)).toEqual(['eth_call'])
    expect(requests.every(isPacked)).toBe(true)
    expect(packed).toHaveLength(calls.length)
    expect(packed.slice(2, 7)).toEqual([undefined, expect.any(String), '', 'ab'.repeat(127), '01'])

    refuse = refusePacked
    const plain = await ask(calls)
    expect(plain).toEqual(packed)
  })

  it('take less than half of Multicall3’s own request', async () => {
    const reads = calls.filter(({ to }) => to !== ECHO && to !== REVERTER && to !== NOTHING)
    await ask(reads)
    refuse = refusePacked
    await ask(reads)
    const size = (asked: Asked | undefined) => JSON.stringify(asked?.params?.[0]).length
    expect(size(requests[0])).toBeLessThan(size(requests[2]) / 2)
  })

  it('survive contracts that burn all the gas they get', async () => {
    const burns = Array.from({ length: 5 }, (): Call => ({ to: BURNER, data: '0x01' }))
    const answers = await ask(burns, [{ to: ECHO, data: '0x07' }])
    expect(answers).toEqual([undefined, undefined, undefined, undefined, undefined, '07'])
  })

  it('cannot change anything: they are made of static calls', async () => {
    const pool = devnet.deployment.markets[0]?.pool ?? NOTHING
    // SSTORE(0, 1), then returns a byte.
    await devnet.client.setCode({ address: NOTHING, bytecode: '0x600160005560016000f3' })
    try {
      const answers = await ask([
        { to: NOTHING, data: '0x01' },
        { to: pool, data: '0x01' },
      ])
      expect(answers[0]).toBeUndefined()
    } finally {
      await devnet.client.setCode({ address: NOTHING, bytecode: '0x' })
    }
  })
})

describe('a piece that is asked for again and again', () => {
  const setEcho = (bytecode: Hex) => devnet.client.setCode({ address: ECHO, bytecode })
  const pieceOf = (mark: string | undefined, ...data: Hex[]): Piece => ({
    ...toPiece(data.map((call) => ({ to: ECHO, data: call }))),
    mark,
  })
  const markOf = (given: PieceAnswers | undefined) =>
    given === undefined || given === 'unchanged' ? undefined : given.mark

  it('comes once with its mark, then only when something in it has changed', async () => {
    const long: Hex = `0x${'ab'.repeat(100)}`
    const ask = (mark: string) =>
      askPieces([pieceOf(mark, long, '0x01'), pieceOf(undefined, '0x07'), pieceOf(mark, '0x08')])
    const [first, loose, second] = await ask(NO_MARK)
    expect(first).toEqual({ mark: expect.any(String), answers: [long.slice(2), '01'] })
    expect(loose).toEqual({ mark: undefined, answers: ['07'] })
    expect(second).toEqual({ mark: expect.any(String), answers: ['08'] })
    expect(markOf(first)).not.toBe(markOf(second))

    expect(await ask(markOf(first) ?? '')).toEqual(['unchanged', loose, second])
    expect(await ask(markOf(second) ?? '')).toEqual([first, loose, 'unchanged'])
    try {
      // Returns a byte more than it is called with.
      await setEcho('0x366000600037600136016000f3')
      const [changed] = await ask(markOf(first) ?? '')
      expect(changed).toEqual({ mark: expect.any(String), answers: [`${long.slice(2)}00`, '0100'] })
    } finally {
      await setEcho('0x366000600037366000f3')
    }
    expect(await ask(markOf(first) ?? '')).toEqual(['unchanged', loose, second])
  })

  it('is marked by the hash of its answers, a failure among them', async () => {
    const calls = [
      { to: REVERTER, data: '0x01020304' },
      { to: ECHO, data: '0x07' },
    ] as const
    const [given] = await askPieces([{ ...toPiece(calls), mark: NO_MARK }])
    const hash = keccak256('0x000000008000000107').slice(2, 18)
    expect(given).toEqual({ mark: hash, answers: [undefined, '07'] })
  })

  it('comes whole from a node without state overrides', async () => {
    const piece = pieceOf(NO_MARK, '0x07')
    const [{ mark } = { mark: undefined }] = (await askPieces([piece])) as { mark?: string }[]
    refuse = refusePacked
    expect(await askPieces([{ ...piece, mark }])).toEqual([{ mark: undefined, answers: ['07'] }])
  })
})

it('calls with one argument of any length as it was asked', async () => {
  const words = Array.from({ length: 33 }, (_, bytes) => 'c7'.repeat(bytes).padStart(64, '0'))
  const data = words.map((word): Hex => `0x01020304${word}`)
  const answers = await ask(data.map((call) => ({ to: ECHO, data: call })))
  expect(answers).toEqual(data.map((call) => call.slice(2)))
})

it('calls by listed selectors as it was asked, and by those that the lists have no room for', async () => {
  const selector = (number: number) => `a1b2c3${number.toString(16).padStart(2, '0')}`
  const data = Array.from({ length: 40 }, (_, number): Hex[] => [
    `0x${selector(number)}`,
    ...['', 'c7', '0c70', 'c7'.repeat(32)].map(
      (word): Hex => `0x${selector(number)}${word.padStart(64, '0')}`,
    ),
  ]).flat()
  const asked = data.map((call): Call => ({ to: ECHO, data: call }))
  const [first, second] = await askPieces([toPiece(asked, true), toPiece(asked, true)])
  const answers = data.map((call) => call.slice(2))
  expect(first).toEqual({ mark: undefined, answers })
  expect(second).toEqual(first)
})

it.each([1, 31, 32, 33, 64, 65])('gives back noughts and others, %i bytes', async (length) => {
  const zeros = '00'.repeat(length)
  const answers = [zeros, `${zeros.slice(2)}01`, `01${zeros.slice(2)}`, zeros, 'ff'.repeat(length)]
  expect(await ask(answers.map((digits) => ({ to: ECHO, data: `0x${digits}` })))).toEqual(answers)
})

describe('a node without state overrides', () => {
  it.each<[what: string, refuse: (asked: Asked) => void]>([
    ['refuses them', refusePacked],
    ['ignores them', (asked) => void (asked.params as unknown[]).splice(2)],
  ])('that %s is asked in Multicall3’s own format, from then on at once', async (_, habit) => {
    refuse = habit
    const first = await ask(calls)
    expect(first[6]).toBe('01')
    requests.length = 0
    expect(await ask(calls)).toEqual(first)
    expect(requests).toHaveLength(1)
    expect(requests.some(isPacked)).toBe(false)
  })

  it('is not suspected when the node is out of reach', async () => {
    refuse = () => {
      throw Object.assign(new Error('rate limited'), { code: 429 })
    }
    await expect(ask(calls)).rejects.toThrow(/rate limited/)
    expect(requests).toHaveLength(1)
    refuse = () => undefined
    await ask(calls)
    expect(requests.every(isPacked)).toBe(true)
  })
})

describe('a node with a limit', () => {
  const many = () => Array.from({ length: 30 }, () => calls).flat()

  it.each([
    ['of the request’s size', { code: -32600, message: 'request body too large' }],
    ['of gas', { code: -32000, message: 'out of gas' }],
  ])('%s gets smaller requests, all at one block, and remembers', async (_, error) => {
    const whole = await ask(many())
    requests.length = 0
    refuse = ({ method, params }) => {
      if (method === 'eth_call' && JSON.stringify(params).length > 20_000)
        throw Object.assign(new Error(error.message), error)
    }
    expect(await ask(many())).toEqual(whole)
    const parts = requests.filter(
      ({ method, params }) => method === 'eth_call' && params?.[1] !== 'latest',
    )
    expect(new Set(parts.map(({ params }) => params?.[1])).size).toBe(1)

    const refused = requests.length
    requests.length = 0
    expect(await ask(many())).toEqual(whole)
    expect(requests.length).toBeLessThan(refused)
    expect(requests[0]?.method).toBe('eth_blockNumber')
  })

  it('is told when even a few reads are too much', async () => {
    refuse = () => {
      throw Object.assign(new Error('request body too large'), { code: -32600 })
    }
    await expect(ask(many())).rejects.toThrow(/too large/)
    expect(requests.length).toBeLessThan(20)
  })
})
