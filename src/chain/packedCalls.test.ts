import { describe, expect, it } from 'vitest'
import { NO_MARK, packCalls, packPieces } from './packedCalls'

const A = `0x${'a'.repeat(40)}` as const
const B = `0x${'b'.repeat(40)}` as const

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
})

it('frames a piece whose answers may be known with its mark', () => {
  const calls = [{ to: A, data: '0x05' }] as const
  const piece = { calls, packed: packCalls(calls) }
  expect(packPieces([{ ...piece, mark: NO_MARK }, piece])).toBe(
    `ff0000000000000000${piece.packed}fe${piece.packed}`,
  )
})
