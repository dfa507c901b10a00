import { UsageError } from './commandLine'

/** Signals as close as this are the same request. */
const ONE_REQUEST_MS = 1_000

/** Something that runs until it is told to stop. */
export interface Running {
  /** Resolves when it has ended though no one stopped it. */
  readonly died: Promise<Error>
  stop(): Promise<void>
}

/**
 * Runs a command until Ctrl-C, and ends the process in an orderly way: code 0 after a clean stop,
 * 1 with one sentence after a failure or when it ends on its own, 2 after a wrong command line. Ctrl-C also works while
 * starting; a second one does not wait.
 *
 * @param start Starts what is to run; nothing returned means the command is done
 */
export async function runUntilStopped(
  start: (signal: AbortSignal) => Promise<Running | undefined>,
): Promise<void> {
  const stopping = new AbortController()
  const stopRequested = new Promise<void>((resolve) => {
    let firstMs = Number.POSITIVE_INFINITY
    const request = () => {
      // A signal to the whole process group comes once from there and once more from npm.
      if (Date.now() - firstMs > ONE_REQUEST_MS) process.exit(130)
      firstMs = Math.min(firstMs, Date.now())
      stopping.abort()
      resolve()
    }
    process.on('SIGINT', request)
    process.on('SIGTERM', request)
    process.on('SIGHUP', request)
  })
  try {
    const running = await start(stopping.signal)
    if (running !== undefined) {
      const death = await Promise.race([stopRequested, running.died])
      if (death === undefined) process.stdout.write('\nStopping …\n')
      await running.stop()
      if (death !== undefined) throw death
    }
    process.exit(0)
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0)
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(error instanceof UsageError ? 2 : 1)
  }
}
