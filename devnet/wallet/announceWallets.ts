import { createDevnetWallet, type WalletController } from './devnetProvider'
import { pageMemory } from './walletMemory'

export interface AnnounceOptions {
  readonly rpcUrl: string
  readonly chainId: number
  /** One wallet is announced for each. */
  readonly accounts: readonly { readonly name: string; readonly address: string }[]
  /** The wallets' chain at first; the devnet's by default. */
  readonly startChainId?: number
}

const COLOURS = ['#2f6fed', '#0f9d76', '#b4529a', '#c47a1b', '#5b5bd6', '#c2453c']

/**
 * Announces devnet wallets to the page through EIP-6963, now and whenever the page asks again.
 * Browser code: it must work when passed to Playwright, with what it imports bundled.
 *
 * @returns A controller for each account, by its name
 */
export function announceDevnetWallets(options: AnnounceOptions): Record<string, WalletController> {
  const { rpcUrl, chainId, accounts, startChainId } = options
  const wallets = accounts.map(({ name, address }, index) => {
    const start = startChainId === undefined ? {} : { startChainId }
    const memory = pageMemory(`devnet-wallet:${address}`)
    const { provider, controller } = createDevnetWallet({
      rpcUrl,
      chainId,
      address,
      memory,
      ...start,
    })
    const info = Object.freeze({
      uuid: walletUuid(index),
      name: `${name} · devnet`,
      icon: walletIcon(name, COLOURS[index % COLOURS.length] ?? '#444'),
      rdns: `dev.perpetual-pools.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    })
    return { name, controller, detail: Object.freeze({ info, provider }) }
  })
  const announce = () => {
    for (const { detail } of wallets)
      window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  }
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
  return Object.fromEntries(wallets.map(({ name, controller }) => [name, controller]))
}

/** The same at each visit, so that the page can reconnect on its own after a reload. */
function walletUuid(index: number): string {
  return `5f0b3a52-7d1e-4c4b-9a55-${(index + 1).toString(16).padStart(12, '0')}`
}

function walletIcon(name: string, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colour}"/><text x="16" y="22" font-family="sans-serif" font-size="17" font-weight="600" fill="#fff" text-anchor="middle">${name.charAt(0)}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
