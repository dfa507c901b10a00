import { isAddress } from 'viem'
import { expect, it } from 'vitest'
import { resolveBalancer } from '../balancer/resolveBalancer'
import { resolveNetwork } from '../network'
import { hasFarms } from './hasFarms'
import { resolveFarms } from './resolveFarms'

const ARBITRUM = resolveNetwork({ chainId: 42_161 })
const OTHER = {
  chainId: 5,
  rpcUrls: ['http://localhost'],
  poolFactory: ARBITRUM.poolFactory,
} as const
const [FIRST, SECOND] = resolveFarms(ARBITRUM).map(({ address }) => address)
if (FIRST === undefined || SECOND === undefined) throw new Error('no farms')

it('Arbitrum has the farms of all three generations, each once and with its checksum', () => {
  const farms = resolveFarms(ARBITRUM)
  const count = (generation: string) =>
    farms.filter(({ programme }) => programme?.generation === generation).length
  expect([count('MYC'), count('TCR'), count('deprecated')]).toEqual([9, 12, 4])
  expect(new Set(farms.map(({ address }) => address)).size).toBe(25)
  for (const { address } of farms) expect(isAddress(address)).toBe(true)
})

it('those that the configuration names come last, and none twice', () => {
  const added = '0x00000000000000000000000000000000000000A1'
  const farms = resolveFarms({ ...ARBITRUM, farms: [added, FIRST, added] })
  expect(farms).toHaveLength(26)
  expect(farms.at(-1)).toEqual({ address: added, programme: undefined })
})

it('another chain has only those, and no Balancer', () => {
  const network = resolveNetwork(OTHER)
  expect(resolveFarms(network)).toEqual([])
  expect(resolveBalancer(network)).toBeUndefined()
  expect(resolveFarms({ ...network, farms: [FIRST] })).toHaveLength(1)
})

it('Balancer is the table’s unless all of another is named', () => {
  expect(resolveBalancer(ARBITRUM)?.pools).toHaveLength(7)
  for (const pool of resolveBalancer(ARBITRUM)?.pools ?? []) expect(isAddress(pool)).toBe(true)
  // Pools of one Vault are none of another.
  expect(resolveBalancer({ ...ARBITRUM, balancer: { vault: SECOND } })).toBeUndefined()
  const network = resolveNetwork({
    ...OTHER,
    balancer: { vault: FIRST, queries: SECOND, pools: [FIRST] },
  })
  expect(resolveBalancer(network)).toEqual({ vault: FIRST, queries: SECOND, pools: [FIRST] })
})

it('whether a chain has any is known without the table', () => {
  for (const network of [
    ARBITRUM,
    resolveNetwork(OTHER),
    resolveNetwork({ ...OTHER, farms: [FIRST] }),
  ])
    expect(hasFarms(network)).toBe(resolveFarms(network).length > 0)
})
