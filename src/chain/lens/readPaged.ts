import { POOLS_WITHOUT_OVERRIDES } from '../../protocol/bounds'
import { isTooLarge } from '../classifyRpcError'
import { MalformedResponseError } from '../errors'
import type { LensNode } from './callLens'

/** An answer for the first of the things asked for: for all, unless the node’s gas did not suffice. */
interface Part<result> {
  readonly results: readonly result[]
}

/**
 * Reads a list in as few requests as the node takes: what a request did not get to is asked for in the next one, and where the
 * node finds a request too much, it is halved, down to one pool.
 *
 * @param read Reads some of the list, at the block of the `first` part when there is one
 * @param unread The result for an item that alone is more than a deployless answer holds, so that a stranger's pool takes down
 * no other; without it that is an error
 * @returns The first part, and the results for all
 * @throws RPC errors, also for a request for one pool that is too much; MalformedResponseError
 */
export async function readPaged<item, part extends Part<unknown>>(
  { limits }: LensNode,
  items: readonly item[],
  read: (items: readonly item[], first: part | undefined) => Promise<part>,
  unread?: part['results'][number],
): Promise<{ first: part; results: part['results'][number][] }> {
  const results: part['results'][number][] = []
  let first: part | undefined
  do {
    const asked = items.slice(results.length, results.length + limits.mostPools)
    try {
      const part = await read(asked, first)
      first ??= part
      results.push(...part.results)
      if (part.results.length === asked.length) continue
      // More gas may help, once; without it each request has to get somewhere.
      if (limits.gas === 'default') limits.gas = 'more'
      else if (part.results.length === 0)
        throw new MalformedResponseError('its gas limit is too low for one pool')
    } catch (error) {
      if (asked.length === 0 || !isTooLarge(error)) throw error
      if (asked.length > 1) limits.mostPools = Math.ceil(asked.length / 2)
      else if (unread === undefined || !limits.isDeployless) throw error
      else {
        first ??= await read([], undefined)
        results.push(unread)
        limits.mostPools = POOLS_WITHOUT_OVERRIDES
      }
    }
  } while (first === undefined || results.length < items.length)
  return { first, results }
}
