import { POOLS_WITHOUT_OVERRIDES } from '../../protocol/bounds'
import { isTooLarge } from '../classifyRpcError'
import { MalformedResponseError } from '../errors'
import type { LensNode } from './callLens'

/** An answer for the first of the things batch for: for all, unless the node’s gas did not suffice. */
interface Page<result> {
  readonly results: readonly result[]
}

/**
 * Reads a list in as few requests as the node takes: what a request did not get to is asked for in the next one, and where the
 * node finds a request too much, it is halved, down to one pool.
 *
 * @param read Reads some of the list, at the block of the `first` page when there is one
 * @param unread The result for an item that alone is more than a deployless answer holds, so that a stranger's pool takes down
 * no other; without it that is an error
 * @returns The first page, and the results for all
 * @throws RPC errors, also for a request for one pool that is too much; MalformedResponseError
 */
export async function readPaged<item, page extends Page<unknown>>(
  { limits }: LensNode,
  items: readonly item[],
  read: (items: readonly item[], first: page | undefined) => Promise<page>,
  unread?: page['results'][number],
): Promise<{ first: page; results: page['results'][number][] }> {
  const results: page['results'][number][] = []
  let first: page | undefined
  do {
    const batch = items.slice(results.length, results.length + limits.mostPools)
    try {
      const page = await read(batch, first)
      first ??= page
      results.push(...page.results)
      if (page.results.length === batch.length) continue
      // More gas may help, once; without it each request has to get somewhere.
      if (limits.gas === 'default') limits.gas = 'more'
      else if (page.results.length === 0)
        throw new MalformedResponseError('its gas limit is too low for one pool')
    } catch (error) {
      if (batch.length === 0 || !isTooLarge(error)) throw error
      if (batch.length > 1) limits.mostPools = Math.ceil(batch.length / 2)
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
