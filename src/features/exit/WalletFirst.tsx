import type { ReactNode } from 'react'
import type { ReadyWallet } from '../../data/useReadyWallet'
import { Button } from '../../ui/Button'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { exitContent } from './content'

/** What a ready wallet can do; before that the button that leads there, and for a watched account that nothing can be done. */
export function WalletFirst({
  wallet,
  isWatched,
  children,
}: {
  wallet: ReadyWallet
  isWatched: boolean
  children: ReactNode
}) {
  if (isWatched) return <p>{exitContent.watched}</p>
  if (wallet.isReady) return children
  return (
    <>
      <SwitchErrorNotice text={wallet.trouble} />
      <Button {...wallet.button}>{wallet.label}</Button>
    </>
  )
}
