import { type Address, createClient, custom, type Hex, numberToHex, pad } from 'viem'
import { describe, expect, it } from 'vitest'
import { findWrapper } from './findWrapper'

const ACCOUNT: Address = '0x00000000000000000000000000000000000000a1'
const FEED: Address = '0x00000000000000000000000000000000000000f1'

/** A node at some block of which the account has used one nonce; what that has created is there or not, and says its oracle. */
function nodeAt(state: { block: number; hasCode: boolean; answer: Hex }) {
  const request = async ({ method }: { method: string }) => {
    if (method === 'eth_blockNumber') return numberToHex(state.block)
    if (method === 'eth_getTransactionCount') return '0x1'
    if (method === 'eth_getCode') return state.hasCode ? '0x60' : '0x'
    if (method === 'eth_call') return state.answer
    throw new Error(`no ${method} here`)
  }
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

function search(state: { block: number; hasCode: boolean; answer: Hex }) {
  const client = nodeAt(state)
  const seen = { otherNonces: new Set<number>(), emptyNonces: new Map<number, bigint>() }
  const from = { fromBlock: 1n, nonce: 0 }
  return () => findWrapper(client, { account: ACCOUNT, input: FEED, known: [] }, from, seen)
}

describe('a wrapper whose answer was lost', () => {
  it('is found by a node that counts its transaction a moment before it has its code', async () => {
    const state = { block: 7, hasCode: false, answer: pad(FEED) }
    const look = search(state)
    expect(await look()).toEqual({ found: undefined, isComplete: false })
    Object.assign(state, { block: 8, hasCode: true })
    expect((await look()).found?.address).toMatch(/^0x/)
  })

  it('is found where the code is there a moment before it answers', async () => {
    const state = { block: 7, hasCode: true, answer: '0x' as Hex }
    const look = search(state)
    expect(await look()).toEqual({ found: undefined, isComplete: false })
    Object.assign(state, { block: 8, answer: pad(FEED) })
    expect((await look()).found?.address).toMatch(/^0x/)
  })

  it('is not there once a later block has nothing of it either', async () => {
    const state = { block: 7, hasCode: false, answer: pad(FEED) }
    const look = search(state)
    await look()
    expect(await look()).toEqual({ found: undefined, isComplete: false })
    state.block = 8
    expect(await look()).toEqual({ found: undefined, isComplete: true })
  })

  it('is not what knows another feed', async () => {
    const look = search({ block: 7, hasCode: true, answer: pad(ACCOUNT) })
    expect(await look()).toEqual({ found: undefined, isComplete: true })
  })
})
