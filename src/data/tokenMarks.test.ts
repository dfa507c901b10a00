import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { UnknownKind } from '../chain/unverifiedComponent'
import { tokenMarks } from './tokenMarks'

const A: Address = '0xaaaa000000000000000000000000000000000001'
const B: Address = '0xbbbb000000000000000000000000000000000002'

function pool(address: Address, symbol: string, ...unknown: readonly UnknownKind[]) {
  const unverifiedComponents = unknown.map((kind) => ({ kind, address }))
  return {
    facts: { settlementToken: { address, symbol } },
    unverifiedComponents,
  } as unknown as PoolAtBlock
}

describe('settlement tokens', () => {
  it('that are not known have their address beside their symbol, and known ones of the same symbol do not', () => {
    const marks = tokenMarks([pool(A, 'USDC'), pool(B, 'UЅDС', 'settlementToken', 'feed')])
    expect(marks.get(A)).toEqual({ isUnknown: false, at: undefined })
    expect(marks.get(B)).toEqual({ isUnknown: true, at: B })
  })

  it('that are both known and look the same have their addresses', () => {
    const marks = tokenMarks([pool(A, 'USDC'), pool(B, 'usdc', 'feed')])
    expect(marks.get(A)).toEqual({ isUnknown: false, at: A })
    expect(marks.get(B)).toEqual({ isUnknown: false, at: B })
  })

  it('that could not be checked in one market are known where another one says so', () => {
    expect(tokenMarks([pool(A, 'USDC', 'unchecked')]).get(A)?.isUnknown).toBe(true)
    expect(tokenMarks([pool(A, 'USDC', 'unchecked'), pool(A, 'USDC')]).get(A)?.isUnknown).toBe(
      false,
    )
  })
})
