import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HexPieces } from './hexPieces'
import { requestBody } from './requestBody'

const textOf = (value: object) => new TextDecoder().decode(requestBody(value))

describe('a request’s body', () => {
  it('is what JSON makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (params) => {
        const request = { jsonrpc: '2.0', id: 1, method: 'eth_call', params }
        expect(textOf(request)).toBe(JSON.stringify(request))
      }),
    )
  })

  it('leaves out what is undefined, but in lists', () => {
    const request = { method: 'eth_chainId', params: undefined, list: [undefined, 1] }
    expect(textOf(request)).toBe('{"method":"eth_chainId","list":[null,1]}')
    expect(JSON.stringify(request)).toBe('{"method":"eth_chainId","list":[null,1]}')
  })

  it('holds digits in pieces as one text, of any length', () => {
    const pieces = Array.from({ length: 3_000 }, (_, number) => `${number}`.padStart(64, 'a'))
    const request = { params: [{ data: new HexPieces(pieces), gas: '0x1' }, 'latest'] }
    expect(textOf(request) === JSON.stringify(request)).toBe(true)
    expect(textOf({ params: [new HexPieces([])] })).toBe('{"params":["0x"]}')
    const small = { to: new HexPieces(['12', '', new TextEncoder().encode('ab'), '3f']) }
    expect(textOf(small)).toBe('{"to":"0x12ab3f"}')
    expect(JSON.stringify(small)).toBe('{"to":"0x12ab3f"}')
  })

  it('refuses a bigint, as JSON does, and is whole again afterwards', () => {
    expect(() => requestBody({ value: 1n })).toThrow(TypeError)
    expect(textOf({ value: 'ü€😀"\n' })).toBe(JSON.stringify({ value: 'ü€😀"\n' }))
  })
})
