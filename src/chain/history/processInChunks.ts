/** A step; then others have their turn. */
const LONGEST_STEP_MS = 8

/**
 * Does the same work for many items, in steps between which clicks, keys and frames that wait are handled.
 *
 * @throws What the work throws; the signal's reason
 */
export async function processInChunks<item, result>(
  items: readonly item[],
  work: (item: item) => result,
  signal: AbortSignal,
): Promise<result[]> {
  const results: result[] = []
  let startMs = performance.now()
  for (const item of items) {
    if (performance.now() - startMs > LONGEST_STEP_MS) {
      await giveWay()
      signal.throwIfAborted()
      startMs = performance.now()
    }
    results.push(work(item))
  }
  return results
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
