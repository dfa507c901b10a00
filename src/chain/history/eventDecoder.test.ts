import fc from 'fast-check'
import { type AbiEvent, type AbiParameter, bytesToHex, decodeEventLog, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { HISTORY_DECODERS, historyEventAbi } from './eventAbi'
import { type EncodedEvent, eventDecoder } from './eventDecoder'
import { encodeLog } from './fakeChain'

const BLOCK = { number: 1, hash: '0x01', timestampSec: 1 } as const
const POOL = '0x00000000000000000000000000000000000000a1'

function arbitraryOf({ type }: AbiParameter): fc.Arbitrary<unknown> {
  const integer = /^(u?)int(\d+)$/.exec(type)
  if (integer !== null) {
    const bits = BigInt(integer[2] ?? 256)
    const fitting =
      integer[1] === 'u'
        ? fc.bigInt(0n, (1n << bits) - 1n)
        : fc.bigInt(-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n)
    return bits <= 48n ? fitting.map(Number) : fitting
  }
  if (type === 'bool') return fc.boolean()
  if (type === 'string') return fc.string({ unit: 'grapheme' })
  const size = type === 'address' ? 20 : Number(/^bytes(\d+)$/.exec(type)?.[1] ?? 0)
  const limits = size === 0 ? { maxLength: 100 } : { minLength: size, maxLength: size }
  return fc.uint8Array(limits).map((bytes) => bytesToHex(bytes))
}

function logOf(event: AbiEvent): fc.Arbitrary<EncodedEvent> {
  const values = event.inputs.map((input) => [input.name ?? '', arbitraryOf(input)] as const)
  return fc.record(Object.fromEntries(values)).map((args) => {
    const { topics, data } = encodeLog({ address: POOL, eventName: event.name, args }, BLOCK, 0)
    return { topics: topics as [Hex, ...Hex[]], data }
  })
}

const events = (historyEventAbi as readonly AbiEvent[]).map((event) => ({
  name: event.name,
  event,
  decode: eventDecoder(event),
}))

describe.each(events)('the decoder of $name', ({ event, decode }) => {
  it('gives what viem gives', () => {
    fc.assert(
      fc.property(logOf(event), ({ topics, data }) => {
        const expected = decodeEventLog({ abi: [event], topics: [...topics], data })
        expect(decode({ topics, data })).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  it('reads of it what is needed', () => {
    fc.assert(
      fc.property(logOf(event), ({ topics, data }) => {
        const { args, ...rest } = decodeEventLog({ abi: [event], topics: [...topics], data })
        const { data: _, ...needed } = args as unknown as Record<string, unknown>
        const read = HISTORY_DECODERS.get(topics[0])
        expect(read?.({ topics, data })).toEqual({ ...rest, args: needed })
      }),
      { numRuns: 50 },
    )
  })

  it('refuses a log with a topic less, one with a topic that is too short, and one with less data', () => {
    fc.assert(
      fc.property(logOf(event), ({ topics: [first, ...topics], data }) => {
        const [indexed, ...others] = topics
        if (indexed !== undefined) {
          expect(() => decode({ topics: [first, ...others], data })).toThrow()
          expect(() =>
            decode({ topics: [first, `0x${indexed.slice(4)}`, ...others], data }),
          ).toThrow()
        }
        if (data !== '0x')
          expect(() =>
            decode({ topics: [first, ...topics], data: data.slice(0, -64) as Hex }),
          ).toThrow()
      }),
      { numRuns: 10 },
    )
  })
})
