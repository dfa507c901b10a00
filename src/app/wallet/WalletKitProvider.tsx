import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { WalletDialogsContext } from '../../data/WalletDialogs'
import type { DialogRequest } from './dialogRequest'

const loadWalletKit = () => import('./WalletKit')
const WalletKit = lazy(loadWalletKit)

/** Offers the wallet dialogs to the app and fetches RainbowKit when the first of them is opened. */
export function WalletKitProvider({
  projectId,
  children,
}: {
  projectId: string | undefined
  children: ReactNode
}) {
  const [request, setRequest] = useState<DialogRequest>()
  const dialogs = useMemo(() => {
    const open = (dialog: DialogRequest['dialog']) => () =>
      setRequest((last) => ({ dialog, count: (last?.count ?? 0) + 1 }))
    return {
      openConnect: open('connect'),
      openAccount: open('account'),
      preload: () => void loadWalletKit(),
    }
  }, [])
  return (
    <WalletDialogsContext value={dialogs}>
      {children}
      {request !== undefined && (
        <Suspense>
          <WalletKit request={request} projectId={projectId} />
        </Suspense>
      )}
    </WalletDialogsContext>
  )
}
