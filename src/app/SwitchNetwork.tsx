import { useNetwork } from '../data/NetworkContext'
import { useNetworkSwitch } from '../data/useNetworkSwitch'
import { Button } from '../ui/Button'
import { SwitchErrorNotice } from '../ui/SwitchErrorNotice'

/** The way back to the app's network for a wallet that is on another one. */
export default function SwitchNetwork() {
  const { chain } = useNetwork()
  const { switchNetwork, isPending, trouble, forget } = useNetworkSwitch()
  return (
    <>
      <Button
        className="border-warn! max-sm:fixed max-sm:inset-x-4 max-sm:bottom-3 max-sm:z-10"
        disabled={isPending}
        onClick={switchNetwork}
      >
        Switch to {chain.name}
      </Button>
      {trouble !== undefined && (
        // Over the page: there is no room in the header.
        <div className="fixed inset-x-3 bottom-3 z-20 mx-auto max-w-md">
          <SwitchErrorNotice text={trouble} />
          <Button onClick={forget}>Dismiss</Button>
        </div>
      )}
    </>
  )
}
