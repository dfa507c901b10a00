/** A step; then others have their turn. */
const LONGEST_STEP_MS = 8

/**
 * Runs a generator to its end, with pauses in which clicks, keys and frames that wait are handled.
 *
 * @param steps Yields as often as a pause would be possible
 * @throws What the generator throws; the signal's reason
 */
export async function runInChunks<result>(
  steps: Generator<unknown, result>,
  signal: AbortSignal,
): Promise<result> {
  let startMs = performance.now()
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
    if (performance.now() - startMs <= LONGEST_STEP_MS) continue
    await giveWay()
    signal.throwIfAborted()
    startMs = performance.now()
  }
}

/** Sooner over than a timer would be. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
