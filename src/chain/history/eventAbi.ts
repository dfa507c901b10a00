import {
  type AbiEvent,
  type DecodeEventLogReturnType,
  type Hex,
  parseAbi,
  toEventSelector,
} from 'viem'
import { type EncodedEvent, eventDecoder } from './eventDecoder'

/** The events a pool's past is read from, as the deployed bytecode emits them. */

export const leveragedPoolEventAbi = parseAbi([
  'event PoolInitialized(address indexed longToken, address indexed shortToken, address settlementToken, string poolName)',
  'event PoolRebalance(int256 shortBalanceChange, int256 longBalanceChange, uint256 shortFeeAmount, uint256 longFeeAmount)',
  'event PoolBalancesChanged(uint256 indexed long, uint256 indexed short)',
])

export const poolKeeperEventAbi = parseAbi([
  'event UpkeepSuccessful(address indexed pool, bytes data, int256 indexed startPrice, int256 indexed endPrice)',
  'event PoolUpkeepError(address indexed pool, string reason)',
  'event KeeperPaid(address indexed _pool, address indexed keeper, uint256 reward)',
  'event KeeperPaymentError(address indexed _pool, address indexed keeper, uint256 expectedReward)',
])

export const poolCommitterEventAbi = parseAbi([
  'event CreateCommit(address indexed user, uint256 indexed amount, uint8 indexed commitType, uint256 appropriateUpdateIntervalId, bool fromAggregateBalance, bool payForClaim, bytes16 mintingFee)',
  'event ExecutedCommitsForInterval(uint256 indexed updateIntervalId, bytes16 burningFee)',
  'event Claim(address indexed user)',
])

/** Of pool tokens and settlement tokens. */
export const tokenEventAbi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
])

export const historyEventAbi = [
  ...leveragedPoolEventAbi,
  ...poolKeeperEventAbi,
  ...poolCommitterEventAbi,
] as const

type HistoryEvent = DecodeEventLogReturnType<typeof historyEventAbi>

/** An event as it is read: all that it says but the `data` of an upkeep, which would cost more than all the rest. */
export type ReadEvent<event = HistoryEvent> = event extends {
  eventName: string
  args: { data: unknown }
}
  ? { readonly eventName: event['eventName']; readonly args: Omit<event['args'], 'data'> }
  : event

/** How each event is decoded, by its first topic. */
export const HISTORY_DECODERS: ReadonlyMap<Hex, (log: EncodedEvent) => ReadEvent> = new Map(
  historyEventAbi.map((event) => [toEventSelector(event), eventDecoder(asRead(event)) as never]),
)

/** What is left out stands after all that is read. */
function asRead(event: AbiEvent): AbiEvent {
  return { ...event, inputs: event.inputs.filter(({ name }) => name !== 'data') }
}

/** First topics of all of them, for one `eth_getLogs` over the three contracts. */
export const HISTORY_TOPICS = [...HISTORY_DECODERS.keys()]
