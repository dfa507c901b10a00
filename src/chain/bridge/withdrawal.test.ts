import {
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  type Log,
  parseAbiParameters,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { withdrawalEventAbi } from './bridgeAbi'
import { toWithdrawals } from './withdrawal'

const ALICE = '0x00000000000000000000000000000000000A11cE'
const BOB = '0x0000000000000000000000000000000000000B0b'
const TOKEN = '0x0000000000000000000000000000000000007071'

function logOf(topics: readonly unknown[], data: Hex): Log<bigint, number, false> {
  return {
    ...{ address: TOKEN, topics, data, blockNumber: 5n, logIndex: 0, removed: false },
    ...{ transactionHash: '0x01', transactionIndex: 0, blockHash: '0x02' },
  } as unknown as Log<bigint, number, false>
}

function sent(destination: Address, position: bigint, wei: bigint) {
  const args = { destination, hash: 1n, position }
  return logOf(
    encodeEventTopics({ abi: withdrawalEventAbi, eventName: 'L2ToL1Tx', args }),
    encodeAbiParameters(parseAbiParameters('address, uint256, uint256, uint256, uint256, bytes'), [
      destination,
      5n,
      6n,
      7n,
      wei,
      '0x',
    ]),
  )
}

function initiated(position: bigint, amount: bigint) {
  const args = { _from: ALICE, _to: BOB, _l2ToL1Id: position } as const
  return logOf(
    encodeEventTopics({ abi: withdrawalEventAbi, eventName: 'WithdrawalInitiated', args }),
    encodeAbiParameters(parseAbiParameters('address, uint256, uint256'), [TOKEN, 0n, amount]),
  )
}

const seen = (logs: Log<bigint, number, false>[]) =>
  toWithdrawals(logs, ALICE).map(({ position, l1Token, amount, to }) => [
    ...[position, l1Token, amount, to],
  ])

describe('withdrawals', () => {
  it('of a token are listed once, even where both of their logs are the account’s, in either order', () => {
    const both = [sent(ALICE, 3n, 9n), initiated(3n, 40n)]
    expect(seen(both)).toEqual([[3n, TOKEN, 40n, BOB]])
    expect(seen(both.reverse())).toEqual([[3n, TOKEN, 40n, BOB]])
  })

  it('of ETH are those that come to the account', () => {
    expect(seen([sent(ALICE, 1n, 9n), sent(BOB, 2n, 9n)])).toEqual([[1n, undefined, 9n, ALICE]])
  })

  it('are not messages without ETH', () => {
    expect(seen([sent(ALICE, 1n, 0n)])).toEqual([])
  })
})
