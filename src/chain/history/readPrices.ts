import type { Address, Client } from 'viem'
import { quadFromBits } from '../../protocol/quad'
import { poolCommitterAbi } from '../abi'
import { contractRead, readMany } from '../readMany'
import type { IntervalPrices } from './poolEvent'

/**
 * What executed intervals' tokens were worth, in one call. The committer never deletes it.
 *
 * @returns In the same order; undefined where there was no answer, or the RPC is behind and knows no price yet
 * @throws RPC errors, MalformedResponseError
 */
export async function readPrices(
  client: Client,
  multicall3: Address,
  committer: Address,
  updateIntervalIds: readonly bigint[],
): Promise<(IntervalPrices | undefined)[]> {
  const answers = await readMany(
    client,
    multicall3,
    updateIntervalIds.map((id) => contractRead(poolCommitterAbi, committer, 'priceHistory', [id])),
  )
  return answers.map((answer) => {
    if (answer === undefined) return undefined
    const [longBits, shortBits] = answer.map(BigInt)
    // An executed interval never has a price of zero: the upkeep would have been reverted.
    if (longBits === undefined || longBits === 0n || shortBits === undefined || shortBits === 0n)
      return undefined
    return { longPrice: quadFromBits(longBits), shortPrice: quadFromBits(shortBits) }
  })
}
