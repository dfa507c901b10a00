import { walletReadingContent as content } from './content'
import { ReadingBar } from './ReadingBar'
import { useIsUnreachable } from './useIsUnreachable'

/** For someone without a wallet: that one would help while no RPC answers. */
export default function ConnectHint() {
  if (!useIsUnreachable()) return null
  return <ReadingBar isOver text={`${content.unreachable} ${content.connect}`} />
}
