import { Notice } from './Notice'

/** Progress of transactions that are sent one after the other. */
export function SequenceNotice({
  title,
  left,
  isStuck,
  remainingText,
}: {
  /** Of the one that is being carried out. */
  title: string
  /** How many come after it. */
  left: number
  /** It was rejected or has failed: no other is started. */
  isStuck: boolean
  /** Where the funds are, as a sentence, once it is stuck. */
  remainingText: string
}) {
  return (
    <Notice tone={isStuck ? 'warn' : 'info'}>
      {isStuck
        ? `Stopped at “${title}”. No further transactions will be requested. ${remainingText}`
        : `In progress: “${title}”. ${left === 0 ? 'Last one.' : `${left} more to go.`}`}
    </Notice>
  )
}
