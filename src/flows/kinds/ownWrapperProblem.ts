import { type Address, type Client, getContractAddress, isAddressEqual } from 'viem'
import { getTransactionCount, readContract } from 'viem/actions'
import type { Failure } from '../../chain/describeFailure'
import { wrapperAbi } from '../../chain/newMarket/creationAbi'
import { MAX_NONCES_BACK } from '../../protocol/bounds'
import type { CreateIntent } from './createIntent'

/**
 * Why a market must not be built on the wrappers that its flow names: each has to be a contract that the account itself has
 * created, for this market's feed. What the browser has kept can have been written by others.
 *
 * @throws RPC errors; the contract's where it is no wrapper
 */
export async function ownWrapperProblem(
  client: Client,
  { created, feed, ethPrice }: Pick<CreateIntent, 'created' | 'feed' | 'ethPrice'>,
  account: Address,
): Promise<Failure | undefined> {
  const { deploySpot, deploySma, deployEth } = created
  const ethFeed = 'feed' in ethPrice ? ethPrice.feed : undefined
  const wrappers = [
    [deploySpot, feed],
    [deploySma, deploySpot],
    [deployEth, ethFeed],
  ].flatMap(([address, input]) => (address === undefined ? [] : [{ address, input }]))
  if (wrappers.length === 0) return undefined
  const own = await ownContracts(
    client,
    account,
    wrappers.map(({ address }) => address),
  )
  for (const { address, input } of wrappers) {
    if (input === undefined || !own.has(address.toLowerCase())) return foreign(address)
    const oracle = await readContract(client, { address, abi: wrapperAbi, functionName: 'oracle' })
    if (!isAddressEqual(oracle, input)) return foreign(address)
  }
  return undefined
}

/** Which of these addresses, in lower case, one of the account's transactions has created something at. */
async function ownContracts(
  client: Client,
  account: Address,
  addresses: readonly Address[],
): Promise<ReadonlySet<string>> {
  const sought = new Set(addresses.map((address) => address.toLowerCase()))
  const found = new Set<string>()
  const next = await getTransactionCount(client, { address: account })
  const last = Math.max(0, next - MAX_NONCES_BACK)
  for (let nonce = next - 1; nonce >= last && found.size < sought.size; nonce--) {
    const made = getContractAddress({ from: account, nonce: BigInt(nonce) }).toLowerCase()
    if (sought.has(made)) found.add(made)
  }
  return found
}

function foreign(address: Address): Failure {
  return {
    code: 'NOT_OWN',
    message: `Your account didn’t create the contract that this market would use (${address}). Nothing was sent. Dismiss this market and start again.`,
  }
}
