// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { announceDevnetWallets } from './announceWallets'

interface Announced {
  readonly info: { uuid: string; name: string; icon: string; rdns: string }
  readonly provider: { request(request: { method: string }): Promise<unknown> }
}

const options = {
  rpcUrl: 'http://127.0.0.1:1',
  chainId: 421_337,
  accounts: [
    { name: 'Alice', address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266' },
    { name: 'Price pusher', address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' },
  ],
}

it('announces a wallet for each account, at once and when asked', async () => {
  const heard: Announced[] = []
  const hear = (event: Event) => heard.push((event as CustomEvent<Announced>).detail)
  window.addEventListener('eip6963:announceProvider', hear)
  const controllers = announceDevnetWallets(options)
  window.dispatchEvent(new Event('eip6963:requestProvider'))

  expect(heard.map(({ info }) => info.name)).toEqual([
    'Alice · devnet',
    'Price pusher · devnet',
    'Alice · devnet',
    'Price pusher · devnet',
  ])
  expect(new Set(heard.map(({ info }) => info.uuid)).size).toBe(2)
  expect(heard.map(({ info }) => info.rdns)).toContain('dev.perpetual-pools.price-pusher')
  for (const { info } of heard) expect(info.icon).toMatch(/^data:image\/svg\+xml,/)
  expect(Object.keys(controllers)).toEqual(['Alice', 'Price pusher'])
})

it('remembers over a reload that the page may see the account', async () => {
  const providerOf = () => {
    let provider: Announced['provider'] | undefined
    const hear = (event: Event) => {
      const { detail } = event as CustomEvent<Announced>
      if (detail.info.name.startsWith('Alice')) provider = detail.provider
    }
    window.addEventListener('eip6963:announceProvider', hear)
    const controllers = announceDevnetWallets(options)
    window.removeEventListener('eip6963:announceProvider', hear)
    if (provider === undefined) throw new Error('Alice was not announced')
    return { provider, controller: controllers.Alice }
  }
  const first = providerOf()
  await first.provider.request({ method: 'eth_requestAccounts' })
  const second = providerOf()
  expect(await second.provider.request({ method: 'eth_accounts' })).toHaveLength(1)
  second.controller?.disconnect()
  expect(await providerOf().provider.request({ method: 'eth_accounts' })).toEqual([])
})
