import type { Address, Hex } from 'viem'

/**
 * Code for the devnet's own token, so that Arbitrum's gateway takes it for a bridged one: answers `l1Address()`, turns
 * `bridgeMint` and `bridgeBurn` into the token's `mint` and `burn`, and passes everything on to the token's code, which
 * has been moved elsewhere and works on the same storage. Anyone can mint, as with the token itself. By hand:
 *
 *     PUSH0 CALLDATALOAD PUSH e0 SHR
 *     DUP1 PUSH l1Address EQ PUSH l1 JUMPI
 *     DUP1 PUSH bridgeMint EQ PUSH mint JUMPI
 *     DUP1 PUSH bridgeBurn EQ PUSH burn JUMPI
 *     pass: JUMPDEST PUSH e0 SHL PUSH0 MSTORE CALLDATASIZE PUSH 4 PUSH 4 CALLDATACOPY
 *     PUSH0 PUSH0 CALLDATASIZE PUSH0 PUSH code GAS DELEGATECALL
 *     RETURNDATASIZE PUSH0 PUSH0 RETURNDATACOPY PUSH ok JUMPI RETURNDATASIZE PUSH0 REVERT
 *     ok: JUMPDEST RETURNDATASIZE PUSH0 RETURN
 *     mint: JUMPDEST POP PUSH mint PUSH pass JUMP
 *     burn: JUMPDEST POP PUSH burn PUSH pass JUMP
 *     l1: JUMPDEST PUSH l1Token PUSH0 MSTORE PUSH 20 PUSH0 RETURN
 *
 * @param code Where the token's own code has been moved to
 * @param l1Token The token on Ethereum that this one stands for
 */
export function bridgedTokenCode(code: Address, l1Token: Address): Hex {
  return `0x${[
    '5f3560e01c',
    '8063c2eeeebd14606c57',
    '80638c2a993e14605857',
    '806374f4f54714606257',
    '5b60e01b5f52366004600437',
    `5f5f365f73${code.slice(2).toLowerCase()}5af4`,
    '3d5f5f3e6054573d5ffd',
    '5b3d5ff3',
    '5b506340c10f19602356',
    '5b50639dc29fac602356',
    `5b73${l1Token.slice(2).toLowerCase()}5f5260205ff3`,
  ].join('')}`
}
