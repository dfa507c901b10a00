import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { WalletDialogsContext } from '../../data/WalletDialogs'
import { lazyPart } from '../../ui/lazyPart'
import { PartBoundary } from '../../ui/PartBoundary'
import type { DialogRequest } from './dialogRequest'

const loadWalletKit = () => import('./WalletKit')
const WalletKit = lazyPart(loadWalletKit)

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
      // What fails here fails again when a dialog is opened, and is said there.
      preload: () => void loadWalletKit().catch(() => undefined),
    }
  }, [])
  return (
    <WalletDialogsContext value={dialogs}>
      {children}
      {request !== undefined && (
        <div className="fixed inset-x-3 bottom-3 z-20 mx-auto max-w-md">
          <PartBoundary what="The wallet dialog">
            <Suspense>
              <WalletKit request={request} projectId={projectId} />
            </Suspense>
          </PartBoundary>
        </div>
      )}
    </WalletDialogsContext>
  )
}
