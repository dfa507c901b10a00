import { useAccount } from 'wagmi'
import { useNetwork } from '../data/NetworkContext'
import { useNetworkSwitch } from '../data/useNetworkSwitch'
import { useWalletDialogs } from '../data/WalletDialogs'
import { formatAddress } from '../format/formatAddress'
import { Button } from '../ui/Button'
import { SwitchTrouble } from '../ui/SwitchTrouble'

/**
 * Connect, or the connected account; on another network, the way back to this one. Both are one button to the browser, so that
 * the dialog gives the focus back to it when a wallet has been connected.
 */
export function AccountButton() {
  const { address, chainId, status } = useAccount()
  const { chain } = useNetwork()
  const { switchNetwork, isPending, trouble, forget } = useNetworkSwitch()
  const { openConnect, openAccount, preload } = useWalletDialogs()
  return (
    <>
      {address !== undefined && chainId !== chain.id && (
        <>
          <Button className="!border-warn" disabled={isPending} onClick={switchNetwork}>
            Switch to {chain.name}
          </Button>
          {trouble !== undefined && (
            // Over the page: there is no room in the header.
            <div className="fixed inset-x-3 bottom-3 z-20 mx-auto max-w-md">
              <SwitchTrouble text={trouble} />
              <Button className="w-full" onClick={forget}>
                Close
              </Button>
            </div>
          )}
        </>
      )}
      {address === undefined ? (
        <Button
          key="account"
          look="primary"
          className="min-w-36 max-sm:min-w-32"
          disabled={status === 'reconnecting'}
          onClick={openConnect}
          onPointerEnter={preload}
          onFocus={preload}
        >
          {status === 'reconnecting' ? 'Reconnecting…' : 'Connect wallet'}
        </Button>
      ) : (
        <Button
          key="account"
          className="tabular min-w-36 font-mono max-sm:min-w-32"
          aria-label={`Account ${address}`}
          onClick={openAccount}
          onPointerEnter={preload}
        >
          {formatAddress(address)}
        </Button>
      )}
    </>
  )
}
