import fc from 'fast-check'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { MalformedResponseError } from './errors'
import { NO_MARK } from './packedCalls'
import { unpackAnswers } from './unpackAnswers'

/** So many calls; which ones does not matter here. */
const pieceOf = (count: number) => ({
  calls: Array.from(
    { length: count },
    () => ({ to: `0x${'a'.repeat(40)}`, data: '0x05' }) as const,
  ),
})

describe('unpackAnswers', () => {
  it('tells an answer, an empty one, a failed call and noughts apart', () => {
    expect(unpackAnswers('0x80000002abcdc000000000000000c0000002', [pieceOf(4)])).toEqual([
      { mark: undefined, answers: ['abcd', '', undefined, '0000'] },
    ])
  })

  it('tells known answers, new ones with their mark, and those of a piece without one', () => {
    const marked = { ...pieceOf(1), mark: NO_MARK }
    const data = '0x00000001' + '00000002' + 'c0ffee0000000001' + '8000000107' + '8000000108'
    expect(unpackAnswers(data as Hex, [marked, marked, pieceOf(1)])).toEqual([
      'unchanged',
      { mark: 'c0ffee0000000001', answers: ['07'] },
      { mark: undefined, answers: ['08'] },
    ])
    expect(() => unpackAnswers('0x00000003', [marked])).toThrow(MalformedResponseError)
    expect(() => unpackAnswers('0x00000002c0ffee', [marked])).toThrow(MalformedResponseError)
    const noMark = `0x00000002${'z'.repeat(16)}8000000107` as const
    expect(() => unpackAnswers(noMark, [marked])).toThrow(MalformedResponseError)
  })

  it.each<[what: string, data: Hex, count: number]>([
    ['fewer answers than calls', '0x8000000101', 2],
    ['more answers than calls', '0x800000010100000000', 1],
    ['an answer cut off', '0x8000000401', 1],
    ['a head cut off', '0x8000', 1],
    ['no digits', '0xzzzzzzzz', 1],
    ['a failure with a length', '0x00000001', 1],
    ['a gigabyte of noughts', '0xffffffff', 1],
  ])('refuses %s', (_, data, count) => {
    expect(() => unpackAnswers(data, [pieceOf(count)])).toThrow(MalformedResponseError)
  })

  it('gives back any answers', () => {
    const hex = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('hex'))
    fc.assert(
      fc.property(fc.array(fc.option(hex, { nil: undefined })), (answers) => {
        const data = answers.map((answer) =>
          answer === undefined
            ? '00000000'
            : (2 ** 31 + answer.length / 2).toString(16).padStart(8, '0') + answer,
        )
        const [given] = unpackAnswers(`0x${data.join('')}`, [pieceOf(answers.length)])
        expect(given).toEqual({ mark: undefined, answers })
      }),
    )
  })
})
