import { parseAbi } from 'viem'

/** The parts of Arbitrum's contracts that the devnet calls, by their published names. */

export const bridgeAbi = parseAbi([
  'function initialize(address rollup)',
  'function setDelayedInbox(address inbox, bool enabled)',
  'function setOutbox(address outbox, bool enabled)',
])

export const inboxAbi = parseAbi([
  'function initialize(address bridge, address sequencerInbox)',
  'function depositEth() payable returns (uint256)',
])

export const outboxAbi = parseAbi([
  'event SendRootUpdated(bytes32 indexed outputRoot, bytes32 indexed l2BlockHash)',
  'function initialize(address bridge)',
  'function updateSendRoot(bytes32 root, bytes32 l2BlockHash)',
  'function isSpent(uint256 index) view returns (bool)',
  'function executeTransaction(bytes32[] proof, uint256 index, address l2Sender, address to, uint256 l2Block, uint256 l1Block, uint256 l2Timestamp, uint256 value, bytes data)',
])

export const gatewayRouterAbi = parseAbi([
  'function initialize(address owner, address defaultGateway, address whitelist, address counterpartGateway, address inbox)',
  'function outboundTransferCustomRefund(address token, address refundTo, address to, uint256 amount, uint256 maxGas, uint256 gasPriceBid, bytes data) payable returns (bytes)',
])

export const l1GatewayAbi = parseAbi([
  'function initialize(address l2Counterpart, address router, address inbox, address owner)',
  'function forceRegisterTokenToL2(address[] l1Addresses, address[] l2Addresses, uint256 maxGas, uint256 gasPriceBid, uint256 maxSubmissionCost) payable returns (uint256)',
])

export const l2GatewayAbi = parseAbi([
  'event WithdrawalInitiated(address l1Token, address indexed _from, address indexed _to, uint256 indexed _l2ToL1Id, uint256 _exitNum, uint256 _amount)',
  'function initialize(address l1Counterpart, address router)',
  'function registerTokenFromL1(address[] l1Addresses, address[] l2Addresses)',
  'function finalizeInboundTransfer(address token, address from, address to, uint256 amount, bytes data) payable',
  'function outboundTransfer(address l1Token, address to, uint256 amount, bytes data) payable returns (bytes)',
])
