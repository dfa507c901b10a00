import { Suspense } from 'react'
import { useAccount } from 'wagmi'
import { useNetwork } from '../data/NetworkContext'
import { useWalletDialogs } from '../data/WalletDialogs'
import { formatAddress } from '../format/formatAddress'
import { Button } from '../ui/Button'
import { lazySection } from '../ui/lazySection'
import { SectionBoundary } from '../ui/SectionBoundary'

/** Rarely needed, and never for the first paint. */
const SwitchNetwork = lazySection(() => import('./SwitchNetwork'))

/** Of one width, whatever it says. The narrowest screens have no room for all of it. */
const WIDTH = 'min-w-36 max-sm:min-w-32 max-[22.4rem]:min-w-20!'

/**
 * Connect, or the connected account; on another network, the way back to this one. Both are one button to the browser, so that
 * the dialog gives the focus back to it when a wallet has been connected.
 */
export function AccountButton() {
  const { address, chainId, status } = useAccount()
  const { chain } = useNetwork()
  const { openConnect, openAccount, isOpening, preload } = useWalletDialogs()
  return (
    <>
      {address !== undefined && chainId !== chain.id && (
        <SectionBoundary what="The switch to another network">
          <Suspense>
            <SwitchNetwork />
          </Suspense>
        </SectionBoundary>
      )}
      {address === undefined ? (
        <Button
          key="account"
          look="primary"
          className={WIDTH}
          disabled={status === 'reconnecting'}
          aria-busy={isOpening}
          onClick={openConnect}
          onPointerEnter={preload}
          onFocus={preload}
        >
          <span className="account-words">
            {status === 'reconnecting' ? (
              'Reconnecting…'
            ) : (
              <>
                Connect<span className="max-[22.4rem]:sr-only"> wallet</span>
              </>
            )}
          </span>
        </Button>
      ) : (
        <Button
          key="account"
          className={`tabular font-mono ${WIDTH}`}
          aria-label={`Account ${address}`}
          onClick={openAccount}
          onPointerEnter={preload}
        >
          <span className="max-sm:hidden">{formatAddress(address)}</span>
          <span className="sm:hidden">…{address.slice(-4)}</span>
        </Button>
      )}
    </>
  )
}
