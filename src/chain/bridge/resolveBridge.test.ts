import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { resolveNetwork } from '../network'
import { CLAIM_LINK, swapLink, transferLink } from './bridgeLink'
import { resolveBridge } from './resolveBridge'

const OUTBOX = '0x0B9857ae2D4A3DBe74ffE1d7DF045bb7F96E4840'
const bridgeOf = (chainId: number, bridge = {}) =>
  resolveBridge(
    resolveNetwork({ chainId, bridge, rpcUrls: ['http://rpc.test'], poolFactory: OUTBOX }),
  )

describe('the bridge', () => {
  it('of Arbitrum One is known, asks no Ethereum on its own, and has addresses without a typing error', () => {
    const bridge = bridgeOf(42_161)
    expect(bridge?.ethereumRpcUrls).toEqual([])
    const addresses = JSON.stringify({ ...bridge, firstBlock: 0 }).match(/0x[0-9a-fA-F]{40}/g) ?? []
    expect(addresses.length).toBeGreaterThan(12)
    for (const address of addresses)
      expect(address).toBe(getAddress(address.toLowerCase() as typeof OUTBOX))
  })

  it('of another chain is what the environment says, or none', () => {
    expect(bridgeOf(5)).toBeUndefined()
    expect(bridgeOf(5, { outbox: OUTBOX })).toBeUndefined()
    expect(bridgeOf(5, { outbox: OUTBOX, gateways: [OUTBOX] })).toMatchObject({
      ...{ outbox: OUTBOX, gateways: [OUTBOX], tokens: [], nativeUsdc: undefined, firstBlock: 0n },
    })
  })
})

describe('a link', () => {
  const queryOf = (link: string) => Object.fromEntries(new URL(link).searchParams)

  it('fills in the bridge’s form', () => {
    const link = transferLink({ to: 'arbitrum', token: OUTBOX, amount: '12.5' })
    expect(link.split('?')[0]).toBe('https://bridge.arbitrum.io/')
    expect(queryOf(link)).toEqual({
      ...{ sourceChain: 'ethereum', destinationChain: 'arbitrum-one' },
      ...{ token: OUTBOX, amount: '12.5' },
    })
    expect(queryOf(transferLink({ to: 'ethereum' }))).toEqual({
      ...{ sourceChain: 'arbitrum-one', destinationChain: 'ethereum' },
    })
    expect(queryOf(CLAIM_LINK)).toMatchObject({ tab: 'tx_history' })
  })

  it('names both tokens of a swap', () => {
    const link = swapLink({ address: OUTBOX, takenInstead: OUTBOX }, '3')
    expect(queryOf(link)).toMatchObject({
      inputCurrency: OUTBOX,
      outputCurrency: OUTBOX,
      value: '3',
    })
  })
})
