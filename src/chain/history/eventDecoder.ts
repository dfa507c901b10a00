import { type AbiEvent, decodeEventLog, type Hex } from 'viem'
import { wordsDecoder } from '../decodeWords'

const TOPIC_LENGTH = 66

/** What is decoded of a log. */
export interface EncodedEvent {
  readonly topics: readonly [Hex, ...Hex[]]
  readonly data: Hex
}

export interface DecodedEvent {
  readonly eventName: string
  readonly args: unknown
}

/**
 * A decoder for one event's logs that gives what viem's `decodeEventLog` gives. Where all that the event says has one word each
 * it is several times as fast: viem hashes the signature again for each log, and a day of a pool's past has thousands.
 *
 * @returns Throws on a log that cannot be of that event. The first topic is not looked at: it is what the event is found by
 */
export function eventDecoder(event: AbiEvent): (log: EncodedEvent) => DecodedEvent {
  const indexed = event.inputs.filter((input) => input.indexed === true)
  const others = event.inputs.filter((input) => input.indexed !== true)
  const decode = wordsDecoder([{ type: 'tuple', components: [...indexed, ...others] }])
  if (decode === undefined)
    return ({ data, topics }) => decodeEventLog({ abi: [event], data, topics: [...topics] })
  return ({ data, topics: [, ...topics] }) => {
    if (topics.length !== indexed.length || topics.some(({ length }) => length !== TOPIC_LENGTH))
      throw new RangeError(`the topics are not those of ${event.name}`)
    const inTopics = topics.map((topic) => topic.slice(2)).join('')
    const digits = others.length === 0 ? inTopics : inTopics + data.slice(2)
    return { eventName: event.name, args: decode(digits) }
  }
}
