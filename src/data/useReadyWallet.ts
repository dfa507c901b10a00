import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { useFlowsState } from './FlowsProvider'
import { useNetwork } from './NetworkContext'
import { useNetworkSwitch } from './useNetworkSwitch'
import { useWalletDialogs } from './WalletDialogs'

/** A wallet that can send on the app's chain, or the button that brings the visitor closer to having one. */
export type ReadyWallet =
  | { readonly isReady: true; readonly account: Address; readonly trouble?: undefined }
  | {
      readonly isReady: false
      /** What the button says; how it goes on (“… to claim”) is its place's. */
      readonly label: string
      readonly button: {
        readonly onClick: () => void
        readonly onPointerEnter?: () => void
        readonly disabled?: boolean
        readonly 'aria-busy'?: boolean
      }
      /** What to say beside the button: why the wallet did not change the network, and what to do. */
      readonly trouble?: string | undefined
    }

/** Whether the connected wallet can send here; without one, or on another chain, what to press first. */
export function useReadyWallet(): ReadyWallet {
  const { address, chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect, isOpening, preload } = useWalletDialogs()
  const { switchNetwork, isPending, trouble } = useNetworkSwitch()
  const flows = useFlowsState()
  if (address === undefined)
    return {
      isReady: false,
      label: 'Connect wallet',
      button: { onClick: openConnect, onPointerEnter: preload, 'aria-busy': isOpening },
    }
  if (chainId !== chain.id)
    return {
      isReady: false,
      label: `Switch to ${chain.name}`,
      button: { onClick: switchNetwork, disabled: isPending },
      trouble,
    }
  if (flows === 'broken')
    return {
      isReady: false,
      label: 'Reload the page',
      button: { onClick: () => window.location.reload() },
    }
  if (flows === 'opening')
    return {
      isReady: false,
      label: 'Loading…',
      button: { onClick: () => undefined, disabled: true },
    }
  return { isReady: true, account: address }
}
