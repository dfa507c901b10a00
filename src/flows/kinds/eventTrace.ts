import {
  type Abi,
  type Address,
  encodeEventTopics,
  type Hex,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import type { Action, EventTrace } from './flowKind'

/** The trace of an event, with the indexed values that it must have. */
export function traceOf(address: Address, abi: Abi, eventName: string, args?: object): EventTrace {
  const topics = encodeEventTopics({ abi, eventName, ...(args === undefined ? {} : { args }) })
  return { address, topics: topics.map((topic) => (topic === null ? [] : [topic].flat())) }
}

/** How often a transaction has left one of these events. */
export function countTraces(
  { logs }: Pick<TransactionReceipt, 'logs'>,
  traces: readonly EventTrace[],
): number {
  return logs.filter((log) => traces.some((trace) => isLeft(log, trace))).length
}

function isLeft(log: { address: Address; topics: readonly Hex[] }, trace: EventTrace): boolean {
  return (
    isAddressEqual(log.address, trace.address) &&
    trace.topics.every((any, index) => {
      const topic = log.topics[index]
      return topic !== undefined && (any.length === 0 || any.includes(topic))
    })
  )
}

/**
 * Proves an action by an event that names the account and the amount, such as `Staked(address indexed user, uint256 amount)`.
 *
 * @param abi Of the event
 */
export function provedByAmount(
  address: Address,
  abi: Abi,
  eventName: string,
  user: Address,
  amount: bigint,
): Pick<Action, 'traces' | 'prove'> {
  const trace = () => traceOf(address, abi, eventName, { user })
  return {
    traces: () => [trace()],
    async prove(_client, { logs }, taken) {
      const own = parseEventLogs({ abi, eventName, logs, args: { user } }).filter(
        (log) =>
          isAddressEqual(log.address, address) &&
          (log as unknown as { args: { amount?: bigint } }).args.amount === amount,
      )
      return { isDone: own.length > taken }
    },
  }
}

/** Proves an action by an event that it leaves, and nothing else does. */
export function provedBy(trace: () => EventTrace): Pick<Action, 'traces' | 'prove'> {
  return {
    traces: () => [trace()],
    prove: async (_client, receipt, taken) => ({ isDone: countTraces(receipt, [trace()]) > taken }),
  }
}
