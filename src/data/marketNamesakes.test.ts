import { describe, expect, it } from 'vitest'
import { marketNamesakes } from './marketNamesakes'

const A = '0xAaaa000000000000000000000000000000000001'
const B = '0xbbbb000000000000000000000000000000000002'
const C = '0xcccc000000000000000000000000000000000003'
const pool = (address: string, name: string) => ({ facts: { address, name } })

describe('markets that another one could be taken for by its name', () => {
  const two = [pool(A, '3-ETH/USD+USDC'), pool(B, '3-ЕTH/USD+USDС'), pool(C, '1-ETH/USD+USDC')]

  it('are all that look the same where none is known by its address', () => {
    expect([...marketNamesakes({ knownPools: [] }, two)]).toEqual([A, B])
  })

  it('are the others where one is known by its address, however that is written', () => {
    const knownPools = ['0xaaaa000000000000000000000000000000000001'] as const
    expect([...marketNamesakes({ knownPools }, two)]).toEqual([B])
  })

  it('are none where every name is its own', () => {
    const own = [pool(A, '3-ETH/USD+USDC'), pool(C, '1-ETH/USD+USDC')]
    expect([...marketNamesakes({ knownPools: [] }, own)]).toEqual([])
  })
})
