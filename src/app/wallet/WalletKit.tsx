import {
  cssStringFromTheme,
  RainbowKitProvider,
  useAccountModal,
  useConnectModal,
} from '@rainbow-me/rainbowkit'
import '@rainbow-me/rainbowkit/styles.css'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useConfig } from 'wagmi'
import { currentBrand } from '../../brand/currentBrand'
import { useThemeMode } from '../../ui/themeMode'
import { addConnectors } from './addConnectors'
import { adoptStyle } from './adoptStyle'
import type { DialogRequest } from './dialogRequest'
import { installStorageFallback } from './installStorageFallback'
import { rainbowKitTheme } from './rainbowKitTheme'
import { reconnectLate } from './reconnectLate'

const LOOK = {
  colors: currentBrand.colors,
  corners: currentBrand.corners,
  fontFamily: currentBrand.fontFamily,
}

/** RainbowKit's compact dialog insists on 370 pixels; the narrowest screens have fewer. */
const FITTING =
  '@media (max-width:25rem){[data-rk] [role=document]>div>div{min-width:0;box-sizing:border-box}}'

// For the code that loads this, before the dialogs are drawn.
export { installStorageFallback, reconnectLate }

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
  const mode = useThemeMode()
  // The provider would write a `<style>` element, which the page's Content-Security-Policy refuses.
  useLayoutEffect(
    () => adoptStyle(`[data-rk]{${cssStringFromTheme(rainbowKitTheme(LOOK, mode))}}${FITTING}`),
    [mode],
  )
  return (
    <RainbowKitProvider theme={null} modalSize="compact">
      <Opener request={request} projectId={projectId} />
    </RainbowKitProvider>
  )
}

function Opener({ request, projectId }: { request: DialogRequest; projectId: string | undefined }) {
  const config = useConfig()
  const { openConnectModal } = useConnectModal()
  const { openAccountModal } = useAccountModal()
  const done = useRef(0)
  const open = request.dialog === 'connect' ? openConnectModal : openAccountModal
  useEffect(() => {
    if (done.current === request.count || open === undefined) return
    done.current = request.count
    // A wallet may have come, or been disconnected, since the last time.
    addConnectors(config, projectId)
    open()
  }, [config, projectId, request, open])
  return null
}
