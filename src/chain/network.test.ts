import { describe, expect, it } from 'vitest'
import { resolveNetwork } from './network'

const FACTORY = '0x00000000000000000000000000000000000000F1'
const RPC = ['http://127.0.0.1:8545']

describe('Arbitrum One', () => {
  it('is known as a whole', () => {
    expect(resolveNetwork({ chainId: 42_161 })).toMatchObject({
      chain: {
        id: 42_161,
        name: 'Arbitrum One',
        blockExplorers: { default: { url: 'https://arbiscan.io' } },
      },
      poolFactory: '0x3Feafee6b12C8d2E58c5B118e54C09F9273c6124',
      multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
      blockNumberSource: 'arbSys',
    })
  })

  it('has more than one RPC to fall back on, and viem gets the same ones', () => {
    const { rpcUrls, chain } = resolveNetwork({ chainId: 42_161 })
    expect(rpcUrls.length).toBeGreaterThan(1)
    expect(chain.rpcUrls.default.http).toEqual(rpcUrls)
  })

  it('takes each override and keeps the rest', () => {
    const network = resolveNetwork({
      chainId: 42_161,
      name: 'Mine',
      rpcUrls: RPC,
      poolFactory: FACTORY,
      explorerUrl: 'https://explorer.test',
      refreshMs: 1_234,
    })
    expect(network).toMatchObject({
      chain: { name: 'Mine', blockExplorers: { default: { url: 'https://explorer.test' } } },
      rpcUrls: RPC,
      poolFactory: FACTORY,
      refreshMs: 1_234,
      blockNumberSource: 'arbSys',
      multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
    })
    expect(network.chain.rpcUrls.default.http).toEqual(RPC)
  })
})

describe('a chain that is not in the table', () => {
  it('works with an RPC and a factory, its block number by the opcode', () => {
    const network = resolveNetwork({ chainId: 421_337, rpcUrls: RPC, poolFactory: FACTORY })
    expect(network).toMatchObject({
      chain: { id: 421_337, name: 'Chain 421337' },
      poolFactory: FACTORY,
      multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
      blockNumberSource: 'opcode',
    })
    expect(network.chain.blockExplorers).toBeUndefined()
  })

  it.each([
    ['nothing else', {}],
    ['no factory', { rpcUrls: RPC }],
    ['no RPC', { poolFactory: FACTORY }],
  ] as const)('is refused with %s, naming what to set', (_, given) => {
    expect(() => resolveNetwork({ chainId: 5, ...given })).toThrow(
      /Unknown chain 5: .*VITE_RPC_URLS.*VITE_POOL_FACTORY/,
    )
  })
})
