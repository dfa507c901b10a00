/** What kind of failure a {@link ProtocolError} stands for. */
export type ProtocolErrorCode = 'REVERT' | 'PANIC' | 'SNAPSHOT' | 'ARGUMENT'

/** Every error thrown by `src/protocol`. `code` is stable; the message is for people. */
export abstract class ProtocolError extends Error {
  abstract readonly code: ProtocolErrorCode
}

/** The contract would revert: `require(false, reason)`. A bare `require` has the empty reason. */
export class RevertError extends ProtocolError {
  override readonly name = 'RevertError'
  readonly code = 'REVERT'
  /** The reason string, exactly as the contract returns it. */
  readonly reason: string

  constructor(reason: string) {
    super(reason === '' ? 'Reverted without a reason' : reason)
    this.reason = reason
  }
}

/** `Panic(uint256)` codes of Solidity 0.8 that these contracts can reach. */
export const PanicCode = { Assert: 0x01, Overflow: 0x11, DivisionByZero: 0x12, Enum: 0x21 } as const

const PANIC_TEXT: Record<number, string> = {
  [PanicCode.Assert]: 'assertion failed',
  [PanicCode.Overflow]: 'arithmetic overflow or underflow',
  [PanicCode.DivisionByZero]: 'division by zero',
  [PanicCode.Enum]: 'value outside its enumeration',
}

/** The contract would revert with `Panic(panicCode)`. */
export class PanicError extends ProtocolError {
  override readonly name = 'PanicError'
  readonly code = 'PANIC'
  readonly panicCode: number

  constructor(panicCode: number) {
    super(`Panic 0x${panicCode.toString(16)}: ${PANIC_TEXT[panicCode] ?? 'unknown'}`)
    this.panicCode = panicCode
  }
}

/** A snapshot that no contract can be in, or that lacks something the computation needs. */
export class SnapshotError extends ProtocolError {
  override readonly name = 'SnapshotError'
  readonly code = 'SNAPSHOT'
  /** Path of the offending field, e.g. `oracle.prices`. */
  readonly field: string

  constructor(field: string, why: string) {
    super(`${field}: ${why}`)
    this.field = field
  }
}

/** An argument outside the range of its Solidity type, or one the caller must not pass. */
export class ArgumentError extends ProtocolError {
  override readonly name = 'ArgumentError'
  readonly code = 'ARGUMENT'
  readonly argument: string

  constructor(argument: string, why: string) {
    super(`${argument}: ${why}`)
    this.argument = argument
  }
}
