import { keccak256, toBytes } from 'viem'
import { PanicError, RevertError } from '../src/protocol/protocolError'
import type { CommitOrder } from '../src/protocol/userCommits'
import type { Receipt } from './chain'

const KEEPER_PAID = keccak256(toBytes('KeeperPaid(address,address,uint256)'))

/** @throws Error naming both values when they differ */
export function mustEqual(what: string, actual: unknown, expected: unknown): void {
  const [a, b] = [text(actual), text(expected)]
  if (a !== b) throw new Error(`${what}: ${firstDifference(a, b)}`)
}

function text(value: unknown): string {
  return JSON.stringify(value, plain, 1) ?? 'undefined'
}

/** Bigints as text, keys in order. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function firstDifference(a: string, b: string): string {
  const [linesA, linesB] = [a.split('\n'), b.split('\n')]
  const at = linesA.findIndex((line, i) => line !== linesB[i])
  return `${linesA[at]?.trim()} on the chain, ${linesB[at]?.trim()} in the mirror (line ${at})`
}

/** A protocol error as `Chain.outcomeOf` writes it; others by their message. */
export function errorText(error: unknown): string {
  if (error instanceof RevertError) return `revert:${error.reason}`
  if (error instanceof PanicError) return `panic:0x${error.panicCode.toString(16)}`
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

/** What the keeper was paid in a transaction, settlement units. */
export function keeperPaid(receipt: Receipt): bigint {
  const event = receipt.logs.find((log) => log.topics[0] === KEEPER_PAID)
  return event === undefined ? 0n : BigInt(event.data)
}

/** The one word that `commit` takes; `payForClaim` is never set here. */
export function encodeCommitArgs(order: CommitOrder): bigint {
  const fromEscrow = order.fromAggregateBalance ? 1n : 0n
  return order.amount | (BigInt(order.commitType) << 128n) | (fromEscrow << 136n)
}
