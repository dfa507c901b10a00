import { exchange } from './rpcExchange'
import type { FromThread, ToThread } from './rpcThread'

/** Asks nodes beside the page, which then neither sends nor receives nor reads JSON. */
self.onmessage = async ({ data: { id, question } }: MessageEvent<ToThread>) => {
  tell({ id, outcome: await exchange(question) })
}

tell('ready')

function tell(message: FromThread): void {
  self.postMessage(message)
}
