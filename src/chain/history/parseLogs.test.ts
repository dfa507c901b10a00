import { encodeAbiParameters, encodeEventTopics, type Hex, type Log, parseEventLogs } from 'viem'
import { describe, expect, it } from 'vitest'
import { poolCommitterEventAbi, poolKeeperEventAbi, tokenEventAbi } from './eventAbi'
import { parseLogs } from './parseLogs'

const ONE = '0x00000000000000000000000000000000000000a1'
const TWO = '0x00000000000000000000000000000000000000b2'

function logOf(topics: readonly (Hex | Hex[] | null)[], data: Hex, logIndex: number) {
  return {
    address: ONE,
    topics: topics as [Hex, ...Hex[]],
    data,
    logIndex,
    blockNumber: 7n,
    blockHash: '0x07',
    transactionHash: '0x08',
    transactionIndex: 0,
    removed: false,
  } as unknown as Log<bigint, number, false>
}

const uint = (value: bigint) => encodeAbiParameters([{ type: 'uint256' }], [value])
const transfer = encodeEventTopics({
  abi: tokenEventAbi,
  eventName: 'Transfer',
  args: { from: ONE, to: TWO },
})
const logs = [
  logOf(transfer, uint(5n), 0),
  logOf(
    encodeEventTopics({ abi: poolCommitterEventAbi, eventName: 'Claim', args: { user: TWO } }),
    '0x',
    1,
  ),
  // As a token of another kind emits it: three indexed arguments, no data.
  logOf([...transfer, uint(5n)], '0x', 2),
  // Cut short.
  logOf(transfer, '0x05', 3),
  logOf([uint(1n)], '0x', 4),
]

describe('parseLogs', () => {
  const abi = [...tokenEventAbi, ...poolCommitterEventAbi] as const

  it('gives what viem gives, and leaves out what is none of the events', () => {
    const parsed = parseLogs({ abi, logs })
    expect(parsed).toEqual(parseEventLogs({ abi, logs }))
    expect(parsed.map(({ logIndex }) => logIndex)).toEqual([0, 1])
    expect(parsed[0]?.args).toMatchObject({ value: 5n })
  })

  it('gives one kind of event where it is named, and none of another ABI', () => {
    expect(parseLogs({ abi, eventName: 'Claim', logs }).map(({ logIndex }) => logIndex)).toEqual([
      1,
    ])
    expect(parseLogs({ abi: poolKeeperEventAbi, logs })).toEqual([])
  })
})
