import fc from 'fast-check'
import { encodeFunctionData, encodeFunctionResult, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { multicall3Abi } from './abi'
import { decodeAggregate3, encodeAggregate3 } from './aggregate3'
import { MalformedResponseError } from './errors'

describe('aggregate3', () => {
  const targets = fc.array(
    fc.record({
      to: fc.bigInt(0n, (1n << 160n) - 1n).map((n): Hex => `0x${n.toString(16).padStart(40, '0')}`),
      data: fc
        .uint8Array({ maxLength: 100 })
        .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`),
    }),
    { maxLength: 20 },
  )

  it('asks what viem’s encoder would ask', () => {
    fc.assert(
      fc.property(targets, (calls) => {
        const expected = encodeFunctionData({
          abi: multicall3Abi,
          functionName: 'aggregate3',
          args: [calls.map(({ to, data }) => ({ target: to, allowFailure: true, callData: data }))],
        })
        expect(encodeAggregate3(calls)).toBe(expected)
      }),
    )
  })

  it('reads what viem’s encoder would answer', () => {
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
          abi: multicall3Abi,
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
