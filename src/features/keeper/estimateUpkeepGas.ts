import { type Address, type Client, encodeFunctionData } from 'viem'
import { upkeepGas } from '../../analytics/upkeepGas'
import type { UpkeepIntent } from '../../flows/kinds/upkeep'
import { upkeepRequest } from '../../flows/kinds/upkeep'

/** A click waits no longer for an estimate. */
const LONGEST_WAIT_MS = 4_000

/** The gas to send along with upkeeps; where the node gives no estimate in time, what was measured stands. */
export async function estimateUpkeepGas(
  client: Client,
  intent: UpkeepIntent,
  account: Address,
): Promise<bigint> {
  return upkeepGas(intent.gas, await inTime(estimate(client, intent, account)))
}

async function estimate(
  client: Client,
  intent: UpkeepIntent,
  account: Address,
): Promise<bigint | undefined> {
  const { address: to, ...call } = upkeepRequest(intent)
  const transaction = { from: account, to, data: encodeFunctionData(call) }
  try {
    return BigInt(await client.request({ method: 'eth_estimateGas', params: [transaction] }))
  } catch {
    return undefined
  }
}

function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    answer,
    new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS)),
  ])
}
