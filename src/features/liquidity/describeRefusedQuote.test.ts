import { RpcRequestError } from 'viem'
import { expect, it } from 'vitest'
import { describeRefusedQuote } from './describeRefusedQuote'

function answered(message: string) {
  return new RpcRequestError({ body: {}, url: 'http://rpc', error: { code: 3, message } })
}

it('a revert of the Vault is said in its words', () => {
  expect(describeRefusedQuote(answered('execution reverted: BAL#306'))).toMatch(
    /too large for this pool\. Remove less/,
  )
  expect(describeRefusedQuote(answered('execution reverted: BAL#999'))).toMatch(/BAL#999/)
  expect(describeRefusedQuote(answered('execution reverted'))).toMatch(/Try a smaller one/)
})

it('a node that does not respond is no refusal', () => {
  expect(describeRefusedQuote(answered('rate limit exceeded'))).toBeUndefined()
  expect(describeRefusedQuote(new Error('fetch failed'))).toBeUndefined()
})
