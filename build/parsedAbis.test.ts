import { readFileSync } from 'node:fs'
import { parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'
import * as abis from '../src/chain/abi'
import { parseAbis } from './parsedAbis'

describe('parseAbis', () => {
  it('puts the parsed interface in the place of the call', () => {
    const signatures = [
      'function pools(uint256) view returns (address)',
      'event Claim(address user)',
    ]
    const code = `export const a = parseAbi([\n  '${signatures[0]}',\n  '${signatures[1]}',\n])\nmore()`
    expect(parseAbis(code)).toBe(
      `export const a = ${JSON.stringify(parseAbi(signatures as [string]))}\nmore()`,
    )
  })

  it.each([
    'parseAbi(signatures)',
    'parseAbi([name])',
    `parseAbi(["function a()"])`,
    `reparseAbi(['function a()'])`,
    'parseAbi([])',
  ])('leaves %s as it is', (code) => {
    expect(parseAbis(code)).toBe(code)
  })

  it('leaves no call in the interfaces that the first page needs, and gives what they are', () => {
    const source = readFileSync('src/chain/abi.ts', 'utf8')
    const parsed = parseAbis(source)
    expect(parsed).not.toContain('parseAbi(')
    for (const [name, abi] of Object.entries(abis))
      expect(parsed).toContain(`export const ${name} = ${JSON.stringify(abi)}`)
  })
})
