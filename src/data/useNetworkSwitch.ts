import { useEffect, useState } from 'react'
import type { Chain } from 'viem'
import { useSwitchChain } from 'wagmi'
import { useNetwork } from './NetworkContext'

/** A wallet that says yes and does nothing never ends the request. */
const PATIENCE_MS = 20_000

/** Asks the wallet to go to the app's network, and says what to do where it does not. */
export function useNetworkSwitch(): {
  readonly switchNetwork: () => void
  readonly isPending: boolean
  /** Why it did not, and what to do; undefined before, and while it is being asked. */
  readonly trouble: string | undefined
  readonly forget: () => void
} {
  const { chain } = useNetwork()
  const { switchChain, isPending, reset } = useSwitchChain()
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => {
      reset()
      void describe(undefined, chain).then(setTrouble)
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isPending, reset, chain])
  const switchNetwork = () => {
    setTrouble(undefined)
    const onError = (error: unknown) => void describe(error, chain).then(setTrouble)
    switchChain({ chainId: chain.id }, { onError })
  }
  return { switchNetwork, isPending, trouble, forget: () => setTrouble(undefined) }
}

async function describe(error: unknown, chain: Chain): Promise<string> {
  try {
    const { describeSwitchFailure } = await import('../chain/describeSwitchFailure')
    return describeSwitchFailure(error, chain)
  } catch {
    return `Your wallet did not change the network: choose ${chain.name} there.`
  }
}
