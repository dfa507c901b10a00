import {
  type Address,
  createClient,
  custom,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  type TransactionReceipt,
} from 'viem'
import { expect, it } from 'vitest'
import { poolKeeperAbi } from '../../chain/abi'
import { SAMPLE_INTENTS } from '../testing/sampleKinds'
import { upkeep } from './upkeep'

const ACCOUNT: Address = '0x00000000000000000000000000000000000000a4'
const ONE: Address = '0x00000000000000000000000000000000000000c1'
const TWO: Address = '0x00000000000000000000000000000000000000c2'
const { poolKeeper } = SAMPLE_INTENTS.upkeep
const nobody = createClient({
  transport: custom({ request: () => Promise.reject(new Error('Nobody is asked')) }),
})

function done(pool: Address) {
  const args = { pool, startPrice: 1n, endPrice: 2n }
  return logOf('UpkeepSuccessful', args, encodeAbiParameters([{ type: 'bytes' }], ['0x']))
}

function refused(pool: Address, reason: string) {
  return logOf('PoolUpkeepError', { pool }, encodeAbiParameters([{ type: 'string' }], [reason]))
}

function logOf(eventName: string, args: object, data: Hex) {
  const topics = encodeEventTopics({ abi: poolKeeperAbi, eventName, args } as never)
  return { address: poolKeeper, topics, data }
}

/** What the logs prove of upkeeps of these pools. */
function prove(pools: readonly Address[], ...logs: readonly object[]) {
  const action = upkeep.action(
    { ...SAMPLE_INTENTS.upkeep, pools },
    { kind: 'upkeep', leg: undefined },
    ACCOUNT,
  )
  return action.prove(nobody, { logs } as unknown as TransactionReceipt, 0)
}

it('are done with one event of success each', async () => {
  expect(await prove([ONE, TWO, ONE], done(ONE), done(TWO), done(ONE))).toEqual({ isDone: true })
})

it('are not done where a pool refuses, though the keeper is paid for trying', async () => {
  expect(await prove([ONE], refused(ONE, 'no price'))).toEqual({
    isDone: false,
    reason: 'The rebalance failed: “no price”.',
  })
})

it('say how many were done where one is refused, or was not due', async () => {
  expect(await prove([ONE, TWO], done(ONE), refused(TWO, 'no price'))).toEqual({
    isDone: false,
    reason: '1 of 2 rebalances were done. The rebalance failed: “no price”.',
  })
  expect(await prove([ONE, ONE], done(ONE))).toEqual({
    isDone: false,
    reason: '1 of 2 rebalances were done. Someone else rebalanced first. Nothing more was due.',
  })
})

it('are not done by the success of another pool', async () => {
  expect(await prove([ONE], done(TWO))).toMatchObject({ isDone: false })
})
