import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { NO_MARK, packCalls, packedCallsCode, packPieces } from './packedCalls'

const A = `0x${'a'.repeat(40)}` as const
const B = `0x${'b'.repeat(40)}` as const

const plainly = (data: Hex) => `04${data.slice(2)}`

describe('packCalls', () => {
  it('names a contract once for all calls in a row', () => {
    const calls = [
      { to: A, data: '0x01020304' },
      { to: A, data: '0x05' },
      { to: B, data: '0x06' },
    ] as const
    expect(packCalls(calls)).toBe(`00${A.slice(2)}04010203040105` + `00${B.slice(2)}0106`)
  })

  it('leaves out the noughts before an only argument', () => {
    const callWith = (word: string) =>
      packCalls([{ to: A, data: `0x01020304${word.padStart(64, '0')}` }]).slice(42)
    expect(callWith('')).toBe('8001020304')
    expect(callWith('7')).toBe('810102030407')
    expect(callWith('0f00')).toBe('82010203040f00')
    expect(callWith('f'.repeat(64))).toBe(`a001020304${'f'.repeat(64)}`)
  })

  it('names a selector that is asked for again and again by one byte, once it is listed', () => {
    const stepsOf = (data: Hex) => packCalls([{ to: A, data }], true).slice(42)
    const one = `${'0'.repeat(63)}1`
    expect(stepsOf('0xaaaaaaa1')).toBe('c0')
    expect(stepsOf('0xaaaaaaa2')).toBe('c1')
    expect(stepsOf('0xaaaaaaa1')).toBe('c0')
    expect(stepsOf(`0xaaaaaaa1${one}`)).toBe('e00101')
    expect(stepsOf(`0xaaaaaaa3${'0'.repeat(64)}`)).toBe('e100')
    const code = packedCallsCode()
    expect(code.endsWith(`${'aaaaaaa1aaaaaaa2'.padEnd(256, '0')}aaaaaaa1aaaaaaa3`)).toBe(true)
    const others = Array.from({ length: 40 }, (_, number): Hex => `0xbbbbbb${number + 10}`)
    expect(others.map(stepsOf).slice(29)).toEqual(['df', ...others.slice(30).map(plainly)])
    expect(others.map((data) => stepsOf(`${data}${one}`)).slice(27)).toEqual([
      'fd0101',
      ...others.slice(28).map((data) => `81${data.slice(2)}01`),
    ])
  })
})

it('frames a piece whose answers may be known with its mark', () => {
  const calls = [{ to: A, data: '0x05' }] as const
  const digits = packCalls(calls)
  const piece = { calls, packed: new TextEncoder().encode(digits) }
  expect(packPieces([{ ...piece, mark: NO_MARK }, piece]).toJSON()).toBe(
    `0xff0000000000000000${digits}fe${digits}`,
  )
})
