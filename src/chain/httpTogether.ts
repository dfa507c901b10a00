import { BaseError, http, TimeoutError, type Transport } from 'viem'

type HttpOptions = NonNullable<Parameters<typeof http>[1]>

/**
 * JSON-RPC over HTTP. Contract calls that are asked for in the same moment go as one JSON-RPC batch, since each of them is a
 * reading of its own that must not share a call with the others; everything else, and a call alone, is a request of its own. An RPC that
 * doesn't take batches is asked call by call from then on.
 */
export function httpTogether(url: string, options: HttpOptions): Transport {
  // viem's `fallback` makes a transport for each request: what is known of the RPC is kept outside.
  const joinMoment = makeMoments()
  let takesBatches = true
  return (given) => {
    const alone = http(url, options)(given)
    const together = http(url, { ...options, batch: true })(given)
    return {
      ...alone,
      request: (async (asked: { method: string }, requestOptions?: never) => {
        const askAlone = () => alone.request(asked as never, requestOptions)
        if (asked.method !== 'eth_call' || !takesBatches || (await joinMoment()) === 1)
          return askAlone()
        try {
          return await together.request(asked as never, requestOptions)
        } catch (error) {
          if (isTimeout(error)) throw error
          const answer = await askAlone()
          takesBatches = false
          return answer
        }
      }) as typeof alone.request,
    }
  }
}

/** A function that resolves at the end of a moment, to how often it was called in it. */
function makeMoments(): () => Promise<number> {
  let calls = 0
  let end: Promise<number> | undefined
  return () => {
    calls++
    end ??= new Promise((resolve) => {
      setTimeout(() => {
        resolve(calls)
        calls = 0
        end = undefined
      })
    })
    return end
  }
}

/** Whether no answer came in time: asking again would double the wait. */
function isTimeout(error: unknown): boolean {
  return error instanceof BaseError && error.walk((cause) => cause instanceof TimeoutError) !== null
}
