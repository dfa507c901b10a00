import { readFileSync } from 'node:fs'
import { type Address, bytesToHex, encodeDeployData, hexToBytes, keccak256 } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { loadArtifact } from '../../../devnet/artifacts'
import { sendAndWait } from '../../../devnet/controls'
import type { Devnet } from '../../../devnet/devnet'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { WRAPPER_HASHES } from './wrapperCode'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
const LENS = readFileSync('src/chain/lens/PoolLens.sol', 'utf8')
let devnet: Devnet

beforeAll(async () => {
  devnet = await startQuietDevnet()
}, 30_000)
afterAll(() => devnet.stop())

/** The runtime code of a published contract, deployed by Alice. */
async function deploy(name: string, args: readonly unknown[]): Promise<[Address, Uint8Array]> {
  const { abi, bytecode } = loadArtifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const { contractAddress } = await sendAndWait(devnet.client, {
    from: alice,
    data,
    gas: 5_000_000n,
  })
  if (contractAddress === null || contractAddress === undefined) throw new Error('not created')
  const code = await devnet.client.getCode({ address: contractAddress })
  return [contractAddress, hexToBytes(code ?? '0x')]
}

/** The runtime code as it lies in the creation code, with zeros for the immutables. */
function compiledCode(name: string, size: number): Uint8Array {
  const creation = hexToBytes(loadArtifact(name).bytecode)
  return creation.slice(creation.length - size)
}

/** Where the data of each PUSH32 begins that differs between some of the codes. */
function differingWords(codes: readonly Uint8Array[]): number[] {
  const [first] = codes
  if (first === undefined) return []
  const found: number[] = []
  for (let at = 0; at < first.length; ) {
    const op = first[at] ?? 0
    const size = op >= 0x60 && op <= 0x7f ? op - 0x5f : 0
    const words = new Set(codes.map((code) => bytesToHex(code.slice(at + 1, at + 1 + size))))
    if (words.size > 1) found.push(at + 1)
    at += 1 + size
  }
  return found
}

function masked(code: Uint8Array, offsets: readonly number[]): Uint8Array {
  const copy = code.slice()
  for (const offset of offsets) copy.fill(0, offset, offset + 32)
  return copy
}

/** The digest of the sources in the metadata at the end: after a264 69706673 5822 1220, and before the compiler's version. */
function digestOffset(code: Uint8Array): number {
  expect(bytesToHex(code.slice(-53, -43))).toBe('0xa2646970667358221220')
  return code.length - 43
}

/** 16 bits for each offset, as the lens has them. */
function maskIn(name: string): number[] {
  const literal = new RegExp(`${name} = (0x[0-9a-f_]+);`).exec(LENS)?.[1]?.replaceAll('_', '')
  const found: number[] = []
  for (let mask = BigInt(literal ?? 0); mask > 0n; mask >>= 16n) found.push(Number(mask & 0xffffn))
  return found
}

describe('the mask and the hash', () => {
  it.each([
    ['ChainlinkOracleWrapper', 'SPOT_MASK', WRAPPER_HASHES.spot],
    ['SMAOracle', 'SMA_MASK', WRAPPER_HASHES.sma],
  ])(
    'of %s are what two deployments with different arguments have in common',
    async (name, mask, hash) => {
      const { feeds, contracts } = devnet.deployment
      const [one, two] = [feeds['ETH/USD'].address, feeds['ETH/BAL'].address]
      const args =
        name === 'SMAOracle'
          ? await Promise.all(
              [one, two].map(async (feed, index) => {
                const [spot] = await deploy('ChainlinkOracleWrapper', [feed, bob])
                const who = [alice, bob][index]
                return [spot, BigInt(4 + index), BigInt(60 + index), who, contracts.poolKeeper, who]
              }),
            )
          : [
              [one, alice],
              [two, bob],
            ]
      const codes: Uint8Array[] = []
      for (const each of args) codes.push((await deploy(name, each))[1])
      const [first = new Uint8Array()] = codes
      const all = [compiledCode(name, first.length), ...codes]
      expect(new Set(all.map(({ length }) => length)).size).toBe(1)
      const offsets = [...differingWords(all), digestOffset(first)]
      expect(maskIn(mask)).toEqual(offsets)
      expect(new Set(all.map((code) => keccak256(masked(code, offsets))))).toEqual(new Set([hash]))
    },
  )
})
