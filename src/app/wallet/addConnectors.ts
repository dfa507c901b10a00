import { connectorsForWallets } from '@rainbow-me/rainbowkit'
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets'
import type { Config } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'

/** What has been added to which config. */
const added = new WeakMap<Config, Set<typeof injectedWallet | typeof walletConnectWallet>>()

/**
 * Adds the wallets that do not announce themselves: an old injected one, and WalletConnect where an id is set. Adds each
 * once; an old one that is connected already by a connector of its own is left until it has been disconnected.
 */
export function addConnectors(config: Config, projectId: string | undefined): void {
  const done = added.get(config) ?? new Set()
  added.set(config, done)
  const wallets = [
    ...(hasLegacyWallet(config) ? [injectedWallet] : []),
    ...(projectId === undefined ? [] : [walletConnectWallet]),
  ].filter((wallet) => !done.has(wallet))
  if (wallets.length === 0) return
  for (const wallet of wallets) done.add(wallet)
  const created = connectorsForWallets([{ groupName: 'Other wallets', wallets }], {
    appName: currentBrand.name,
    // RainbowKit wants a text here even when no wallet in the list uses it.
    projectId: projectId ?? 'none',
  })
  const { connectors } = config._internal
  connectors.setState((known) => [
    ...known.filter(({ id }) => id !== 'injected' || !wallets.includes(injectedWallet)),
    ...created.map((connector) => connectors.setup(connector)),
  ])
}

/** Whether there is a wallet that no announcement stands for. */
function hasLegacyWallet({ state, _internal }: Config): boolean {
  const { ethereum } = window as { ethereum?: unknown }
  if (ethereum === undefined || ethereum === null) return false
  const connected = state.connections.get(state.current ?? '')?.connector.id
  const announced = _internal.mipd?.getProviders() ?? []
  return connected !== 'injected' && !announced.some(({ provider }) => provider === ethereum)
}
