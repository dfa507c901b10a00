import {
  connectorsForWallets,
  cssStringFromTheme,
  RainbowKitProvider,
  useAccountModal,
  useConnectModal,
} from '@rainbow-me/rainbowkit'
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets'
import '@rainbow-me/rainbowkit/styles.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Config, useConfig } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useThemeMode } from '../../ui/themeMode'
import { adoptStyle } from './adoptStyle'
import type { DialogRequest } from './dialogRequest'
import { rainbowKitTheme } from './rainbowKitTheme'

const LOOK = {
  colors: currentBrand.colors,
  corners: currentBrand.corners,
  fontFamily: currentBrand.fontFamily,
}

/**
 * RainbowKit's dialogs, mounted at the first wish for one.
 */
export default function WalletKit({
  request,
  projectId,
}: {
  request: DialogRequest
  projectId: string | undefined
}) {
  const config = useConfig()
  useState(() => addConnectors(config, projectId))
  const mode = useThemeMode()
  // The provider would write a `<style>` element, which the page's Content-Security-Policy refuses.
  useLayoutEffect(
    () => adoptStyle(`[data-rk]{${cssStringFromTheme(rainbowKitTheme(LOOK, mode))}}`),
    [mode],
  )
  return (
    <RainbowKitProvider theme={null} modalSize="compact">
      <Opener request={request} />
    </RainbowKitProvider>
  )
}

function Opener({ request }: { request: DialogRequest }) {
  const { openConnectModal } = useConnectModal()
  const { openAccountModal } = useAccountModal()
  const done = useRef(0)
  const open = request.dialog === 'connect' ? openConnectModal : openAccountModal
  useEffect(() => {
    if (done.current === request.count || open === undefined) return
    done.current = request.count
    open()
  }, [request, open])
  return null
}

const completed = new WeakSet<Config>()

/** Adds the wallets that do not announce themselves: an old injected one, and WalletConnect where an id is set. */
function addConnectors(config: Config, projectId: string | undefined): void {
  if (completed.has(config)) return
  completed.add(config)
  const wallets = [
    ...('ethereum' in window ? [injectedWallet] : []),
    ...(projectId === undefined ? [] : [walletConnectWallet]),
  ]
  if (wallets.length === 0) return
  const created = connectorsForWallets([{ groupName: 'Other ways', wallets }], {
    appName: currentBrand.name,
    // RainbowKit wants a text here even when no wallet in the list uses it.
    projectId: projectId ?? 'none',
  })
  const { connectors } = config._internal
  connectors.setState((known) => [
    ...known,
    ...created.map((connector) => connectors.setup(connector)),
  ])
}
