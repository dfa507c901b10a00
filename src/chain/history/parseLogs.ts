import {
  type Abi,
  type AbiEvent,
  type ContractEventName,
  type Hex,
  type Log,
  type ParseEventLogsReturnType,
  toEventSelector,
} from 'viem'
import { type DecodedEvent, type EncodedEvent, eventDecoder } from './eventDecoder'

/**
 * The logs that are events of an ABI, decoded, as viem's `parseEventLogs` gives them in its strict mode. viem's own hashes each
 * signature again for each log, which for an account's past is most of the work.
 *
 * @param eventName Leaves out all other events
 */
export function parseLogs<
  const abi extends Abi,
  eventName extends ContractEventName<abi> = ContractEventName<abi>,
>({
  abi,
  eventName,
  logs,
}: {
  readonly abi: abi
  readonly eventName?: eventName
  readonly logs: readonly Log<bigint, number, false>[]
}): ParseEventLogsReturnType<abi, eventName, true> {
  const decoders = decodersOf(abi)
  const parsed = logs.flatMap((log) => {
    const [topic] = log.topics
    const event = topic && decoders.get(topic)?.(log as EncodedEvent)
    const isWanted = event && (eventName === undefined || event.eventName === eventName)
    return isWanted ? [{ ...log, ...event }] : []
  })
  return parsed as unknown as ParseEventLogsReturnType<abi, eventName, true>
}

/** By the first topic; undefined for a log that cannot be of that event. */
type Decoders = ReadonlyMap<Hex, (log: EncodedEvent) => DecodedEvent | undefined>

const known = new WeakMap<Abi, Decoders>()

function decodersOf(abi: Abi): Decoders {
  const before = known.get(abi)
  if (before !== undefined) return before
  const events = abi.filter((item): item is AbiEvent => item.type === 'event')
  const decoders: Decoders = new Map(
    events.map((event) => [toEventSelector(event), orUndefined(eventDecoder(event))]),
  )
  known.set(abi, decoders)
  return decoders
}

/** Anyone can emit an event of that signature with other indexed arguments: it is not the one meant. */
function orUndefined(decode: (log: EncodedEvent) => DecodedEvent) {
  return (log: EncodedEvent) => {
    try {
      return decode(log)
    } catch {
      return undefined
    }
  }
}
