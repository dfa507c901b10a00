import { type Address, type Hex, parseAbi } from 'viem'

/** Where Arbitrum's system contract stands. */
export const ARB_SYS_ADDRESS: Address = '0x0000000000000000000000000000000000000064'

export const arbSysAbi = parseAbi([
  'event L2ToL1Tx(address caller, address indexed destination, uint256 indexed hash, uint256 indexed position, uint256 arbBlockNum, uint256 ethBlockNum, uint256 timestamp, uint256 callvalue, bytes data)',
  'function sendTxToL1(address destination, bytes data) payable returns (uint256)',
  'function withdrawEth(address destination) payable returns (uint256)',
])

/**
 * A stand-in for the system contract, which on Arbitrum is a part of the node: numbers what is sent to Ethereum (the
 * count is in slot 0), and logs it with the hash that the Outbox on Ethereum makes of it. Both block numbers are our
 * own. What does not ask for the block's number is a message; one without data is a withdrawal of ETH. By hand:
 *
 *     PUSH0 CALLDATALOAD PUSH e0 SHR PUSH arbBlockNumber EQ PUSH number JUMPI
 *     PUSH 44 CALLDATALOAD DUP1 PUSH 64 PUSH e0 CALLDATACOPY           length, and the data to where the event has it
 *     PUSH 4 CALLDATALOAD PUSH 40 MSTORE CALLER PUSH 2c MSTORE         destination and caller, 20 bytes each
 *     NUMBER PUSH 60 MSTORE NUMBER PUSH 80 MSTORE TIMESTAMP PUSH a0 MSTORE CALLVALUE PUSH c0 MSTORE
 *     DUP1 PUSH a8 ADD PUSH 38 SHA3                                    the hash of all that, packed
 *     CALLER PUSH0 MSTORE NUMBER PUSH 20 MSTORE NUMBER PUSH 40 MSTORE TIMESTAMP PUSH 60 MSTORE
 *     CALLVALUE PUSH 80 MSTORE PUSH c0 PUSH a0 MSTORE DUP2 PUSH c0 MSTORE
 *     PUSH0 SLOAD SWAP1 PUSH 4 CALLDATALOAD PUSH L2ToL1Tx              the topics: position, hash, destination
 *     DUP5 PUSH 1f ADD PUSH 5 SHR PUSH 5 SHL PUSH e0 ADD PUSH0 LOG4
 *     POP PUSH0 SLOAD DUP1 PUSH 1 ADD PUSH0 SSTORE PUSH0 MSTORE PUSH 20 PUSH0 RETURN
 *     number: JUMPDEST NUMBER PUSH0 MSTORE PUSH 20 PUSH0 RETURN
 */
export const ARB_SYS_CODE: Hex = `0x${[
  '5f3560e01c63a3b1b31d14609957',
  '60443580606460e037',
  '60043560405233602c52',
  '43606052436080524260a0523460c052',
  '8060a801603820',
  '335f52436020524360405242606052',
  '3460805260c060a0528160c052',
  '5f54906004357f3e7aafa77dbf186b7fd488006beff893744caa3c4f6f299e8a709fa2087374fc',
  '84601f0160051c60051b60e0015fa4',
  '505f54806001015f555f5260205ff3',
  '5b435f5260205ff3',
].join('')}`
