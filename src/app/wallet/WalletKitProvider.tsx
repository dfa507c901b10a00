import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { useConfig } from 'wagmi'
import { WalletDialogsContext } from '../../data/WalletDialogs'
import { lazySection } from '../../ui/lazySection'
import { SectionBoundary } from '../../ui/SectionBoundary'
import type { DialogRequest } from './dialogRequest'

async function loadWalletKit() {
  const kit = await import('./WalletKit')
  await kit.installStorageFallback()
  return kit
}
const WalletKit = lazySection(loadWalletKit)

/** What fails here fails again when a dialog is opened, and is said there. */
function ignore(): void {}

/**
 * Offers the wallet dialogs to the app and fetches RainbowKit when the first of them is opened.
 *
 * @param isLate Whether the last visit's wallet needs RainbowKit's code to reconnect
 */
export function WalletKitProvider({
  projectId,
  isLate,
  children,
}: {
  projectId: string | undefined
  isLate: boolean
  children: ReactNode
}) {
  const [request, setRequest] = useState<DialogRequest>()
  const [isOpening, setOpening] = useState(false)
  const config = useConfig()
  const dialogs = useMemo(() => {
    const open = (dialog: DialogRequest['dialog']) => () => {
      setRequest((last) => ({ dialog, count: (last?.count ?? 0) + 1 }))
      setOpening(true)
      const done = () => setOpening(false)
      void loadWalletKit().then(done, done)
    }
    return {
      isOpening,
      openConnect: open('connect'),
      openAccount: open('account'),
      preload: () => void loadWalletKit().catch(ignore),
    }
  }, [isOpening])
  useEffect(() => {
    if (isLate) void loadWalletKit().then((kit) => kit.reconnectLate(config, projectId), ignore)
  }, [config, isLate, projectId])
  return (
    <WalletDialogsContext value={dialogs}>
      {children}
      {request !== undefined && (
        <div className="fixed inset-x-3 bottom-3 z-20 mx-auto max-w-md">
          <SectionBoundary what="The wallet dialog">
            <Suspense>
              <WalletKit request={request} projectId={projectId} />
            </Suspense>
          </SectionBoundary>
        </div>
      )}
    </WalletDialogsContext>
  )
}
