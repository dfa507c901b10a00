import { startAnswering } from './answerRequest'
import { transferablesOf, type WorkerRequest } from './workerMessages'

/** The part of a worker's global scope that is used; the project's types are those of a page. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null
  postMessage(message: unknown, transfer: Transferable[]): void
}

const scope = globalThis as unknown as WorkerScope
const answer = startAnswering()

scope.onmessage = ({ data }) => {
  const answered = answer(data)
  scope.postMessage(answered, answered.kind === 'block' ? transferablesOf([answered.block]) : [])
}
