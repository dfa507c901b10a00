import { type CommitType, isBurn, isMint } from '../../protocol/commitType'

/** Whether a commit mints, burns or flips. */
export function commitKind(commitType: CommitType): 'mint' | 'burn' | 'flip' {
  return isMint(commitType) ? 'mint' : isBurn(commitType) ? 'burn' : 'flip'
}
