import type { Client, Hex } from 'viem'
import { MalformedResponseError } from './errors'

/**
 * `eth_call` with its parameters as they are. Not viem's `call`: on an error it first fetches a part of itself from the page's
 * host, and says nothing of the error when that is unreachable.
 *
 * @throws viem's RPC errors, `MalformedResponseError` for an answer without bytes
 */
export async function ethCall(client: Client, params: readonly unknown[]): Promise<Hex> {
  const answer: unknown = await client.request({ method: 'eth_call', params } as never)
  if (typeof answer !== 'string' || !answer.startsWith('0x') || answer === '0x')
    throw new MalformedResponseError('expected hex bytes')
  return answer as Hex
}
