import { runInChunks } from './runInChunks'

/**
 * Does the same work for many items, with pauses in which clicks, keys and frames that wait are handled.
 *
 * @throws What the work throws; the signal's reason
 */
export function processInChunks<item, result>(
  items: readonly item[],
  work: (item: item) => result,
  signal: AbortSignal,
): Promise<result[]> {
  return runInChunks(resultsOf(items, work), signal)
}

function* resultsOf<item, result>(
  items: readonly item[],
  work: (item: item) => result,
): Generator<void, result[]> {
  const results: result[] = []
  for (const item of items) {
    results.push(work(item))
    yield
  }
  return results
}
