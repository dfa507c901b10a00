import { Notice } from './Notice'

/** Where a row of transactions stands that are sent one after the other. */
export function SequenceNotice({
  title,
  left,
  isStuck,
  whatIsLeft,
}: {
  /** Of the one that is being carried out. */
  title: string
  /** How many come after it. */
  left: number
  /** It was refused or has failed: nothing more is begun. */
  isStuck: boolean
  /** A sentence of where the money is, once it is stuck. */
  whatIsLeft: string
}) {
  return (
    <Notice tone={isStuck ? 'warn' : 'info'}>
      {isStuck
        ? `“${title}” was stopped, and nothing more is asked for. ${whatIsLeft}`
        : `“${title}” is under way. ${left === 0 ? 'It is the last.' : `${left} more to come.`}`}
    </Notice>
  )
}
