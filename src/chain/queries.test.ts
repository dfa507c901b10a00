import { describe, expect, it } from 'vitest'
import { resolveNetwork } from './network'
import { poolRegistryKey, retryPauseMs, snapshotsKey } from './queries'

describe('the pause before an RPC is asked again', () => {
  it('doubles from one second to a minute, and stays there', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 7].map(retryPauseMs)
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
    expect(retryPauseMs(10_000)).toBe(60_000)
  })
})

describe('the keys', () => {
  it('differ for another chain and another factory', () => {
    const arbitrum = resolveNetwork({ chainId: 42_161 })
    const elsewhere = { rpcUrls: ['http://127.0.0.1:1'], poolFactory: arbitrum.poolFactory }
    const other = resolveNetwork({ chainId: 5, ...elsewhere })
    const factory = '0x00000000000000000000000000000000000000f1'
    const own = resolveNetwork({ chainId: 42_161, poolFactory: factory })
    for (const key of [poolRegistryKey, snapshotsKey]) {
      const keys = [arbitrum, other, own].map((network) => JSON.stringify(key(network)))
      expect(new Set(keys).size).toBe(3)
    }
  })
})
