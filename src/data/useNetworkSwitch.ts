import { useState } from 'react'
import { useConfig } from 'wagmi'
import { useNetwork } from './NetworkContext'

/** Asks the wallet to go to the app's network, and says what to do where it does not. */
export function useNetworkSwitch(): {
  readonly switchNetwork: () => void
  readonly isPending: boolean
  /** Why it did not, and what to do; undefined before, and while it is being asked. */
  readonly trouble: string | undefined
  readonly forget: () => void
} {
  const config = useConfig()
  const { chain } = useNetwork()
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const forget = () => setTrouble(undefined)
  const switchNetwork = async () => {
    setPending(true)
    forget()
    try {
      setTrouble(await (await import('./askForNetwork')).askForNetwork(config, chain))
    } catch {
      setTrouble(`Switch to ${chain.name} in your wallet.`)
    }
    setPending(false)
  }
  return { switchNetwork, isPending, trouble, forget }
}
