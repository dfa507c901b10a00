import fc from 'fast-check'
import { type Abi, type AbiFunction, decodeFunctionResult, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import * as abis from './abi'
import { decodeAggregate3, encodeAggregate3, encodeCall } from './aggregate3'
import { wordsDecoder } from './decodeWords'
import { MalformedResponseError } from './errors'

const functions = Object.values(abis as Record<string, Abi>)
  .flat()
  .filter((item): item is AbiFunction => item.type === 'function' && item.outputs.length > 0)
const fast = functions.flatMap((item) => {
  const decode = wordsDecoder(item.outputs)
  return decode === undefined ? [] : [{ item, decode, name: item.name }]
})

/** A word that fits each output's type: masked for narrow ones, all bits used for wide ones. */
function masked(type: string, value: bigint): bigint {
  const bits = Number(/^u?int(\d+)$/.exec(type)?.[1] ?? 256)
  if (type === 'bool') return value & 1n
  if (type === 'address') return value & ((1n << 160n) - 1n)
  if (type.startsWith('bytes')) return (value >> 128n) << 128n
  if (type.startsWith('int')) return BigInt.asUintN(256, BigInt.asIntN(bits, value))
  return BigInt.asUintN(bits, value)
}

describe('the fast decoder', () => {
  it('takes every function that is read often', () => {
    const names = new Set(fast.map(({ name }) => name))
    for (const name of [
      'balances',
      'totalPoolCommitments',
      'userCommitments',
      'getAggregateBalance',
      'mintingFee',
    ])
      expect(names).toContain(name)
    expect(names).not.toContain('symbol')
  })

  it.each(fast)('gives for $name what viem gives', ({ item, decode }) => {
    const first = item.outputs[0]
    const types =
      first !== undefined && 'components' in first
        ? first.components.map(({ type }) => type)
        : item.outputs.map(({ type }) => type)
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(0n, (1n << 256n) - 1n), {
          minLength: types.length,
          maxLength: types.length,
        }),
        (values) => {
          const digits = types
            .map((type, index) =>
              masked(type, values[index] ?? 0n)
                .toString(16)
                .padStart(64, '0'),
            )
            .join('')
          const expected: unknown = decodeFunctionResult({ abi: [item], data: `0x${digits}` })
          expect(decode(digits)).toEqual(expected)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('refuses too few bytes and numbers that are none of their type', () => {
    const decode = wordsDecoder([{ name: '', type: 'uint8' }])
    expect(() => decode?.('00')).toThrow(RangeError)
    expect(() => decode?.((1n << 40n).toString(16).padStart(64, '0'))).toThrow(RangeError)
  })
})

describe('aggregate3 by hand', () => {
  const targets = fc.array(
    fc.record({
      to: fc.bigInt(0n, (1n << 160n) - 1n).map((n): Hex => `0x${n.toString(16).padStart(40, '0')}`),
      data: fc
        .uint8Array({ maxLength: 100 })
        .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`),
    }),
    { maxLength: 20 },
  )

  it('asks what viem’s encoder would ask', async () => {
    const { encodeFunctionData } = await import('viem')
    fc.assert(
      fc.property(targets, (calls) => {
        const expected = encodeFunctionData({
          abi: abis.multicall3Abi,
          functionName: 'aggregate3',
          args: [calls.map(({ to, data }) => ({ target: to, allowFailure: true, callData: data }))],
        })
        expect(encodeAggregate3(calls.map(({ to, data }) => encodeCall(to, data)))).toBe(expected)
      }),
    )
  })

  it('reads what viem’s encoder would answer', async () => {
    const { encodeFunctionResult } = await import('viem')
    const answers = fc.array(
      fc.record({
        success: fc.boolean(),
        returnData: fc
          .uint8Array({ maxLength: 100 })
          .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(answers, (result) => {
        const data = encodeFunctionResult({
          abi: abis.multicall3Abi,
          functionName: 'aggregate3',
          result,
        })
        expect(decodeAggregate3(data, result.length)).toEqual(
          result.map(({ success, returnData }) => (success ? returnData.slice(2) : undefined)),
        )
        expect(() => decodeAggregate3(data, result.length + 1)).toThrow(MalformedResponseError)
      }),
    )
  })
})
