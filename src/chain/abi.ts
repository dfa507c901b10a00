import { parseAbi } from 'viem'

/**
 * The parts of the contracts' interfaces that this app reads and writes, as the deployed bytecode has them.
 * Enum arguments are `uint8`, binary128 numbers `bytes16`.
 */

export const leveragedPoolAbi = parseAbi([
  'event PoolRebalance(int256 shortBalanceChange, int256 longBalanceChange, uint256 shortFeeAmount, uint256 longFeeAmount)',
  'event SecondaryFeesPaid(address indexed secondaryFeeAddress, uint256 amount)',
  'function claimSecondaryFees()',
  'function poolName() view returns (string)',
  'function balances() view returns (uint256 shortBalance, uint256 longBalance)',
  'function poolTokens() view returns (address[2])',
  'function poolCommitter() view returns (address)',
  'function settlementToken() view returns (address)',
  'function oracleWrapper() view returns (address)',
  'function settlementEthOracle() view returns (address)',
  'function fee() view returns (bytes16)',
  'function updateInterval() view returns (uint32)',
  'function frontRunningInterval() view returns (uint32)',
  'function lastPriceTimestamp() view returns (uint256)',
  'function paused() view returns (bool)',
  'function secondaryFees() view returns (uint256)',
  'function secondaryFeeSplitPercent() view returns (uint256)',
])

export const poolCommitterAbi = parseAbi([
  'function commit(bytes32 args) payable',
  'function claim(address user)',
  'function updateIntervalId() view returns (uint128)',
  'function paused() view returns (bool)',
  'function changeInterval() view returns (bytes16)',
  'function pendingMintSettlementAmount() view returns (uint256)',
  'function pendingLongBurnPoolTokens() view returns (uint256)',
  'function pendingShortBurnPoolTokens() view returns (uint256)',
  'function getAggregateBalance(address user) view returns ((uint256 longTokens, uint256 shortTokens, uint256 settlementTokens))',
  'function priceHistory(uint256 id) view returns (bytes16 longPrice, bytes16 shortPrice)',
  'function burnFeeHistory(uint256 id) view returns (bytes16)',
  'function unAggregatedCommitments(address user, uint256 index) view returns (uint256)',
  'function userCommitments(address user, uint256 id) view returns (uint256 longMintSettlement, uint256 longBurnPoolTokens, uint256 shortMintSettlement, uint256 shortBurnPoolTokens, uint256 shortBurnLongMintPoolTokens, uint256 longBurnShortMintPoolTokens, uint256 updateIntervalId)',
  'event CreateCommit(address indexed user, uint256 indexed amount, uint8 indexed commitType, uint256 appropriateUpdateIntervalId, bool fromAggregateBalance, bool payForClaim, bytes16 mintingFee)',
  'event Claim(address indexed user)',
])

export const poolKeeperAbi = parseAbi([
  'function performUpkeepSinglePool(address pool)',
  'function performUpkeepMultiplePools(address[] pools)',
  'event KeeperPaid(address indexed _pool, address indexed keeper, uint256 reward)',
  'event UpkeepSuccessful(address indexed pool, bytes data, int256 indexed startPrice, int256 indexed endPrice)',
  'event PoolUpkeepError(address indexed pool, string reason)',
  'function gasPrice() view returns (uint256)',
])

/** Without what `approve` returns: some tokens return nothing, and what was approved is read afterwards. */
export const erc20Abi = parseAbi([
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
  'function totalSupply() view returns (uint256)',
  'function balanceOf(address) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function approve(address spender, uint256 amount)',
  'event Approval(address indexed owner, address indexed spender, uint256 value)',
])

export const multicall3Abi = parseAbi([
  'function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[])',
  'function getBlockNumber() view returns (uint256)',
  'function getCurrentBlockTimestamp() view returns (uint256)',
  'function getEthBalance(address) view returns (uint256)',
])
