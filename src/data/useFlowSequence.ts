import { useEffect, useRef, useState } from 'react'
import type { Address } from 'viem'
import { currentStepIndex, isFinished } from '../flows/flow'
import type { Intent } from '../flows/kinds/kinds'
import { useFlowActions, useFlows } from './FlowsProvider'

/** Where a sequence stands, while it runs or is stuck. */
export interface SequenceProgress {
  /** The title of the intent that is being carried out. */
  readonly title: string
  /** How many come after it. */
  readonly left: number
  /** It was refused or has failed: nothing more is started. */
  readonly isStuck: boolean
}

/** Flows one after the other: the next begins when the one before is in a block. */
export function useFlowSequence() {
  const { start } = useFlowActions()
  const flows = useFlows()
  const [left, setLeft] = useState<readonly Intent[]>([])
  const [currentId, setCurrentId] = useState<string>()
  const handled = useRef<string>(undefined)
  const current = flows.find(({ id }) => id === currentId)
  const isDone = current !== undefined && isFinished(current)

  const begin = (account: Address, intents: readonly Intent[]) => {
    const [next, ...rest] = intents
    setLeft(rest)
    setCurrentId(next && start(account, next, false))
  }
  useEffect(() => {
    if (!isDone || current === undefined || handled.current === current.id) return
    handled.current = current.id
    begin(current.account, left)
  })
  const at = current?.steps[currentStepIndex(current)]?.status.at
  const progress: SequenceProgress | undefined =
    current === undefined || isDone
      ? undefined
      : {
          title: current.intent.title,
          left: left.length,
          isStuck: at === 'stopped' || at === 'failed',
        }
  return { progress, begin }
}
