import { type Hex, keccak256, toBytes } from 'viem'
import { PanicError, RevertError } from '../src/protocol/protocolError'
import type { LibraryFunction } from './libraryFunctions'
import type { Random } from './random'
import type { Rpc, RpcReply } from './rpc'

const WORD = 1n << 256n
const ERROR_SELECTOR = '0x08c379a0'
const PANIC_SELECTOR = '0x4e487b71'

/** What the comparison of one function came to. */
export interface Comparison {
  readonly name: string
  readonly cases: number
  /** Cases in which both sides revert, for the same reason. */
  readonly reverts: number
  /** Cases that differ; empty when the mirror is exact. */
  readonly mismatches: readonly Mismatch[]
}

export interface Mismatch {
  readonly args: readonly string[]
  readonly contract: string
  readonly mirror: string
}

/** Compares `cases` random calls of one function with the deployed library, to the bit. */
export async function compareFunction(
  rpc: Rpc,
  libraryAddress: string,
  fn: LibraryFunction,
  cases: number,
  random: Random,
): Promise<Comparison> {
  const selector = keccak256(toBytes(fn.signature)).slice(0, 10)
  const mismatches: Mismatch[] = []
  let reverts = 0
  for (let done = 0; done < cases; done += 5_000) {
    const all = Array.from({ length: Math.min(5_000, cases - done) }, () => fn.draw(random))
    const calldata = all.map((args) => selector + encode(fn.inputs, args))
    const replies = await rpc.calls(libraryAddress, calldata)
    all.forEach((args, i) => {
      const contract = contractOutcome(replies[i] as RpcReply)
      const mirror = mirrorOutcome(fn, args)
      if (contract.startsWith('revert') || contract.startsWith('panic')) reverts++
      if (contract === mirror) return
      mismatches.push({ args: args.map((x) => `0x${x.toString(16)}`), contract, mirror })
    })
  }
  return { name: fn.name, cases, reverts, mismatches }
}

function encode(types: string, words: readonly bigint[]): string {
  return words.map((word, i) => wordHex(types[i] as string, word)).join('')
}

function wordHex(type: string, value: bigint): string {
  const word = type === 'q' ? value << 128n : value < 0n ? WORD + value : value
  return word.toString(16).padStart(64, '0')
}

/** `ok:` and the result words, `revert:` and the reason, or `panic:` and its code. */
export function contractOutcome(reply: RpcReply): string {
  if (reply.error === undefined) return `ok:${(reply.result as string).slice(2)}`
  const data = revertData(reply.error.data)
  if (data === undefined) return `error:${reply.error.message}`
  return revertOutcome(data)
}

/** Reads revert data as `revert:reason`, `panic:0xcode` or, for anything else, `unknown:`. */
export function revertOutcome(data: Hex): string {
  if (data === '0x') return 'revert:'
  if (data.startsWith(PANIC_SELECTOR))
    return `panic:0x${BigInt(`0x${data.slice(10)}`).toString(16)}`
  if (!data.startsWith(ERROR_SELECTOR)) return `unknown:${data}`
  const length = Number(BigInt(`0x${data.slice(74, 138)}`))
  return `revert:${Buffer.from(data.slice(138, 138 + 2 * length), 'hex').toString()}`
}

function revertData(data: unknown): Hex | undefined {
  if (typeof data === 'string' && data.startsWith('0x')) return data as Hex
  return undefined
}

function mirrorOutcome(fn: LibraryFunction, args: readonly bigint[]): string {
  try {
    const result = fn.mirror(args)
    return `ok:${result.map((word, i) => wordHex(fn.outputs[i] as string, word)).join('')}`
  } catch (error) {
    return errorOutcome(error)
  }
}

/** A protocol error in the words of {@link revertOutcome}; anything else is thrown on. */
export function errorOutcome(error: unknown): string {
  if (error instanceof RevertError) return `revert:${error.reason}`
  if (error instanceof PanicError) return `panic:0x${error.panicCode.toString(16)}`
  throw error
}
