import { type AbiEvent, type AbiParameter, concat, decodeAbiParameters, type Hex } from 'viem'

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
 * A decoder for one event's logs that gives what viem's `decodeEventLog` gives, for events whose indexed arguments have one word
 * each. viem's own hashes the signature again for each log, and a day of a pool's past has thousands.
 *
 * @returns Throws on a log that cannot be of that event. The first topic is not looked at: it is what the event is found by
 */
export function eventDecoder(event: AbiEvent): (log: EncodedEvent) => DecodedEvent {
  const indexed = event.inputs.filter((input) => input.indexed === true)
  const others = event.inputs.filter((input) => input.indexed !== true)
  return ({ data, topics: [, ...topics] }) => {
    if (topics.length !== indexed.length || topics.some(({ length }) => length !== TOPIC_LENGTH))
      throw new RangeError(`the topics are not those of ${event.name}`)
    const args = { ...named(indexed, concat(topics)), ...named(others, data) }
    return { eventName: event.name, args }
  }
}

function named(inputs: readonly AbiParameter[], data: Hex): Record<string, unknown> {
  if (inputs.length === 0) return {}
  const values = decodeAbiParameters(inputs, data)
  return Object.fromEntries(inputs.map(({ name }, index) => [name ?? '', values[index]]))
}
