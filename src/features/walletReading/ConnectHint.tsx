import { useSnapshot } from '../../data/SnapshotProvider'
import { walletReadingContent as content } from './content'
import { ReadingBar } from './ReadingBar'
import { useIsUnreachable } from './useIsUnreachable'

/** For someone without a wallet: that one would help while no RPC answers. */
export default function ConnectHint() {
  const { snapshot } = useSnapshot()
  if (!useIsUnreachable()) return null
  return (
    <ReadingBar isOver text={`${content.unreachable(snapshot !== undefined)}${content.connect}`} />
  )
}
