import { useSnapshot } from '../../data/SnapshotProvider'
import { walletReadingContent as content } from './content'
import { ReadingBar } from './ReadingBar'
import { useIsUnreachable } from './useIsUnreachable'

/** For someone without a wallet: that one would help while no RPC answers. */
export default function ConnectHint() {
  const { snapshot } = useSnapshot()
  if (!useIsUnreachable()) return null
  return (
    <ReadingBar
      // Without data there is nothing on the page that could be pushed away from under the pointer.
      isOver={snapshot !== undefined}
      text={`${content.unreachable} ${content.connect}`}
    />
  )
}
