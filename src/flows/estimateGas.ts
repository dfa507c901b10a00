import { type Address, type Client, encodeFunctionData, numberToHex } from 'viem'
import { approveRequest } from './kinds/approve'
import { type CommitIntent, commitApproval, commitRequest } from './kinds/commit'
import type { CallRequest } from './kinds/flowKind'

/** An estimate, in wei at the current gas price. */
export interface OrderGas {
  readonly wei: bigint
  /** Before an approval is there no node can try out the commits that need it: they are put at what they usually take. */
  readonly isUsual: boolean
}

/**
 * Gas of a mint from the wallet, measured on the published bytecode: 211,000 to 271,000 for an account's first in an interval,
 * 166,000 to 213,000 for a further one.
 */
export const USUAL_COMMIT_GAS = 240_000n
const USUAL_FURTHER_GAS = 190_000n

/**
 * What an order's transactions would cost at the current gas price.
 *
 * @throws RPC errors, also where a transaction would be refused
 */
export async function estimateOrderGas(
  client: Client,
  intent: CommitIntent,
  account: Address,
  needsApproval: boolean,
): Promise<OrderGas> {
  const approval = commitApproval(intent)
  const possible =
    needsApproval && approval !== undefined
      ? [approveRequest(approval)]
      : intent.legs.map((_, leg) => commitRequest(intent, leg))
  const [price, ...gas] = await Promise.all([
    client.request({ method: 'eth_gasPrice' }),
    ...possible.map((request) => estimate(client, request, account)),
  ])
  const usual = needsApproval
    ? USUAL_COMMIT_GAS + USUAL_FURTHER_GAS * BigInt(intent.legs.length - 1)
    : 0n
  return {
    wei: BigInt(price) * gas.reduce((sum, amount) => sum + BigInt(amount), usual),
    isUsual: needsApproval,
  }
}

/**
 * What another interval can add to a commit or a claim between its estimate and its block, in gas: up to 115,000 were
 * seen over all kinds of commits, on what was queued before, with the cut-off or one or two upkeeps in between.
 */
const INTERVAL_CHANGE_GAS = 200_000n

/**
 * The gas limit of a commit or a claim, in gas. What they do depends on the interval of their block: with what the
 * wallet estimates on its own, one that slips into the next interval would run out. What is not used is not paid.
 *
 * @returns Undefined where the node gives no estimate: then the wallet's own holds
 */
export async function intervalProofGas(
  client: Client,
  request: CallRequest,
  account: Address,
): Promise<bigint | undefined> {
  try {
    const gas = await estimate(client, request, account)
    return BigInt(gas) + INTERVAL_CHANGE_GAS
  } catch {
    return undefined
  }
}

/** Asked of the node directly: viem's own action would bring a good part of the sending code into the page. */
function estimate(
  client: Client,
  { address: to, value = 0n, ...call }: CallRequest,
  from: Address,
): Promise<`0x${string}`> {
  const transaction = { from, to, data: encodeFunctionData(call), value: numberToHex(value) }
  return client.request({ method: 'eth_estimateGas', params: [transaction] })
}
