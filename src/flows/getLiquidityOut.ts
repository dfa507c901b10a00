import type { Address, Client, Hash } from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import { type ExitPoolIntent, readExitedAmounts } from './kinds/exitPool'
import { type JoinPoolIntent, readJoinedLp } from './kinds/joinPool'

/**
 * What a mined join or exit has given its account: LP tokens, or amounts in the Vault's order of tokens.
 *
 * @returns Undefined where the transaction holds no such result
 * @throws RPC errors
 */
export async function getLiquidityOut(
  client: Client,
  intent: JoinPoolIntent | ExitPoolIntent,
  account: Address,
  hash: Hash,
): Promise<readonly bigint[] | undefined> {
  const receipt = await getTransactionReceipt(client, { hash })
  if (intent.kind === 'exitPool') return readExitedAmounts(intent, account, receipt)
  const lp = readJoinedLp(intent, account, receipt)
  return lp === undefined ? undefined : [lp]
}
