import fc from 'fast-check'
import { type Abi, type AbiFunction, decodeFunctionResult } from 'viem'
import { describe, expect, it } from 'vitest'
import * as abis from './abi'
import { wordsDecoder } from './decodeWords'

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

  it.each(['2'.padStart(64, '0'), `1${'0'.repeat(63)}`])('refuses %s as true or false', (word) => {
    const decode = wordsDecoder([{ name: '', type: 'bool' }])
    expect(() => decode?.(word)).toThrow(RangeError)
  })

  it('refuses too few bytes and numbers that are none of their type', () => {
    const decode = wordsDecoder([{ name: '', type: 'uint8' }])
    expect(() => decode?.('00')).toThrow(RangeError)
    expect(() => decode?.((1n << 40n).toString(16).padStart(64, '0'))).toThrow(RangeError)
  })
})
