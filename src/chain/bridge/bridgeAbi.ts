import { type Address, parseAbi } from 'viem'

/** Arbitrum's system contract, on Arbitrum itself. */
export const ARB_SYS: Address = '0x0000000000000000000000000000000000000064'

/** What a withdrawal leaves on Arbitrum: the first always, the second when it is of a token. */
export const withdrawalEventAbi = parseAbi([
  'event L2ToL1Tx(address caller, address indexed destination, uint256 indexed hash, uint256 indexed position, uint256 arbBlockNum, uint256 ethBlockNum, uint256 timestamp, uint256 callvalue, bytes data)',
  'event WithdrawalInitiated(address l1Token, address indexed _from, address indexed _to, uint256 indexed _l2ToL1Id, uint256 _exitNum, uint256 _amount)',
])

/** Where withdrawals are confirmed and claimed, on Ethereum. */
export const outboxAbi = parseAbi([
  'event SendRootUpdated(bytes32 indexed outputRoot, bytes32 indexed l2BlockHash)',
  'function roots(bytes32 outputRoot) view returns (bytes32)',
  'function isSpent(uint256 position) view returns (bool)',
])
