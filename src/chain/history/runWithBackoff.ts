import { onlineManager } from '@tanstack/react-query'
import { classifyRpcError } from '../classifyRpcError'
import { retryPauseMs } from '../queries'
import { pause } from './pause'

const LONGEST_PAUSE_MS = 60_000

/** One request or a few, and what becomes of the answer. */
export type HistoryStep = () => Promise<void>

export interface BackoffOptions {
  /** What to do next; asked again after each step, also after one that failed. Undefined ends the work. */
  readonly nextStep: () => HistoryStep | undefined
  readonly signal: AbortSignal
  readonly onProgress: () => void
  readonly onTrouble: (status: 'waiting' | 'failed', error: Error) => void
}

/** Trying again cannot help, `cause` says why. */
export class HistoryFailedError extends Error {
  override readonly name = 'HistoryFailedError'
  readonly code = 'HISTORY_FAILED'
}

/** Whether trying again cannot help. */
export function isHopeless(error: unknown): boolean {
  return error instanceof HistoryFailedError || classifyRpcError(error).kind === 'permanent'
}

/**
 * Does one step after the other, none while the browser is offline. After an error it waits, 1 s, 2 s, 4 s … 1 min, or as
 * long as the RPC says, and continues with what is next then.
 *
 * @returns `failed` when trying again cannot help, `stopped` when the signal was aborted; never rejects
 */
export async function runWithBackoff(
  options: BackoffOptions,
): Promise<'done' | 'failed' | 'stopped'> {
  const { nextStep, signal, onProgress, onTrouble } = options
  let failures = 0
  while (!signal.aborted) {
    if (!onlineManager.isOnline()) {
      await backOnline(signal)
      continue
    }
    const step = nextStep()
    if (step === undefined) return 'done'
    try {
      await step()
      failures = 0
      if (!signal.aborted) onProgress()
    } catch (thrown) {
      if (signal.aborted) break
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      if (isHopeless(error)) {
        onTrouble('failed', error)
        return 'failed'
      }
      onTrouble('waiting', error)
      const { retryAfterMs = 0 } = classifyRpcError(error)
      const pauseMs = Math.max(retryAfterMs, retryPauseMs(failures))
      failures++
      try {
        await pause(Math.min(pauseMs, LONGEST_PAUSE_MS), signal)
      } catch {
        break
      }
    }
  }
  return 'stopped'
}

/** Until the browser is online, or the signal is aborted. */
function backOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      forget()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const forget = onlineManager.subscribe((isOnline) => {
      if (isOnline) end()
    })
    signal.addEventListener('abort', end)
  })
}
