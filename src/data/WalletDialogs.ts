import { createContext, use } from 'react'

/** Opens the wallet dialogs; their code is fetched at the first call. */
export interface WalletDialogs {
  readonly openConnect: () => void
  /** The code of the dialog that was asked for is on its way. */
  readonly isOpening: boolean
  readonly openAccount: () => void
  /** Fetches the code ahead of a likely click. */
  readonly preload: () => void
}

export const WalletDialogsContext = createContext<WalletDialogs | undefined>(undefined)

export function useWalletDialogs(): WalletDialogs {
  const dialogs = use(WalletDialogsContext)
  if (dialogs === undefined) throw new Error('WalletDialogsContext is missing')
  return dialogs
}
