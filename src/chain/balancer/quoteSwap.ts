import {
  type Address,
  type Client,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  numberToHex,
  zeroAddress,
} from 'viem'
import { MAX_QUOTES } from '../../protocol/bounds'
import { multicall3Abi } from '../abi'
import { MalformedResponseError } from '../errors'
import { ethCall } from '../ethCall'
import { balancerQueriesAbi } from './balancerAbi'
import { GIVEN_IN, ownFunds, toBatchSwap } from './batchSwapArgs'
import type { BalancerNetwork } from './resolveBalancer'
import type { SwapRoute } from './swapRoute'

/** What a swap of one size comes to. */
export interface SwapQuote {
  readonly route: SwapRoute
  /** Base units of the route's first token. */
  readonly amountIn: bigint
  /** Base units of its last, after swap fees; to the unit what a swap in the same state gives. */
  readonly amountOut: bigint
}

/** One quote that is asked for. */
export type SwapQuoteRequest = Pick<SwapQuote, 'route' | 'amountIn'>

/**
 * What swaps come to, each in the state as it is, by Balancer's own contracts. In a request of its own: what it runs swaps and
 * reverts, so it is no view.
 *
 * @param blockNumber The newest block without one
 * @returns In the same order; undefined where the Vault would revert
 * @throws RPC errors, `MalformedResponseError`; RangeError for more quotes than one request may carry
 */
export async function quoteSwaps(
  client: Client,
  multicall3: Address,
  { queries }: Pick<BalancerNetwork, 'queries'>,
  requests: readonly SwapQuoteRequest[],
  blockNumber?: bigint,
): Promise<readonly (SwapQuote | undefined)[]> {
  if (requests.length > MAX_QUOTES) throw new RangeError(`At most ${MAX_QUOTES} quotes at a time`)
  if (requests.length === 0) return []
  const calls = requests.map(({ route, amountIn }) => ({
    target: queries,
    allowFailure: true,
    callData: queryData(route, amountIn),
  }))
  const aggregate3 = { abi: multicall3Abi, functionName: 'aggregate3' } as const
  const data = encodeFunctionData({ ...aggregate3, args: [calls] })
  const at = blockNumber === undefined ? 'latest' : numberToHex(blockNumber)
  const answers = decodeAnswers(await ethCall(client, [{ to: multicall3, data }, at]))
  if (answers.length !== requests.length)
    throw new MalformedResponseError(`expected ${requests.length} results, got ${answers.length}`)
  return requests.map((request, index) => {
    const answer = answers[index]
    const amountOut = answer?.success ? readAmountOut(request, answer.returnData) : undefined
    return amountOut === undefined ? undefined : { ...request, amountOut }
  })

  function decodeAnswers(answer: Hex) {
    try {
      return decodeFunctionResult({ ...aggregate3, data: answer })
    } catch (cause) {
      throw new MalformedResponseError('expected a list of results', { cause })
    }
  }
}

/** The quote that gives most; undefined where no route gives anything. */
export function bestQuote(quotes: readonly (SwapQuote | undefined)[]): SwapQuote | undefined {
  return quotes.reduce(
    (best, quote) =>
      quote !== undefined && (best === undefined || quote.amountOut > best.amountOut)
        ? quote
        : best,
    undefined,
  )
}

function queryData(route: SwapRoute, amountIn: bigint): Hex {
  const { steps, assets } = toBatchSwap(route, amountIn)
  const args = [GIVEN_IN, [...steps], [...assets], ownFunds(zeroAddress)] as const
  return encodeFunctionData({ abi: balancerQueriesAbi, functionName: 'queryBatchSwap', args })
}

/** The Vault counts what it receives as positive, and what it gives as negative. */
function readAmountOut({ route, amountIn }: SwapQuoteRequest, data: Hex): bigint | undefined {
  try {
    const deltas = decodeFunctionResult({
      abi: balancerQueriesAbi,
      functionName: 'queryBatchSwap',
      data,
    })
    const [given] = deltas
    const taken = deltas.at(-1)
    if (deltas.length !== route.length + 1 || given !== amountIn || taken === undefined)
      return undefined
    return taken < 0n ? -taken : undefined
  } catch {
    return undefined
  }
}
