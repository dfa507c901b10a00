/** One call of a batch, as in `wallet_sendCalls`. */
export interface BatchCall {
  readonly to: string
  readonly data?: string
  readonly value?: string
}

/** Where the executor's code lies; an account that points to it (EIP-7702) carries out batches. */
export const EXECUTOR_ADDRESS = '0x00000000000000000000000000000000000ba7c4'

/**
 * A fake of a smart wallet's code: makes one call after the other from calldata, and reverts with the first that does.
 * Each call is three words (to, value, length of the data) and its data. Assembled by hand:
 *
 *     start:  PUSH0                                                   the place in calldata
 *     next:   JUMPDEST CALLDATASIZE DUP2 LT PUSH body JUMPI STOP
 *     body:   JUMPDEST DUP1 PUSH 40 ADD CALLDATALOAD                  length
 *             DUP1 DUP3 PUSH 60 ADD PUSH0 CALLDATACOPY                data into memory
 *             PUSH0 PUSH0 DUP3 PUSH0 DUP6 PUSH 20 ADD CALLDATALOAD    no answer, data, value
 *             DUP7 CALLDATALOAD GAS CALL PUSH ok JUMPI                to
 *             RETURNDATASIZE PUSH0 PUSH0 RETURNDATACOPY RETURNDATASIZE PUSH0 REVERT
 *     ok:     JUMPDEST ADD PUSH 60 ADD PUSH next JUMP
 */
export const EXECUTOR_CODE = `0x${[
  '5f',
  '5b36811060095700',
  '5b8060400135',
  '80826060015f37',
  '5f5f825f8560200135',
  '86355af1602d57',
  '3d5f5f3e3d5ffd',
  '5b016060016001',
  '56',
].join('')}`

/** What makes an account one that the executor's code acts for. */
export const DELEGATION = `0xef0100${EXECUTOR_ADDRESS.slice(2)}`

/** The executor's calldata for some calls. */
export function encodeBatch(calls: readonly BatchCall[]): string {
  const parts = calls.map(({ to, data = '0x', value = '0x0' }) => {
    const length = (data.length - 2) / 2
    return `${word(to)}${word(value)}${word(`0x${length.toString(16)}`)}${data.slice(2)}`
  })
  return `0x${parts.join('')}`
}

function word(hex: string): string {
  return hex.slice(2).toLowerCase().padStart(64, '0')
}
