import { parseAbi } from 'viem'

// Only what the devnet itself calls; the artifacts carry the whole ABIs.

export const poolFactoryAbi = parseAbi([
  'struct PoolDeployment { string poolName; uint32 frontRunningInterval; uint32 updateInterval; uint16 leverageAmount; address settlementToken; address oracleWrapper; address settlementEthOracle; address feeController; uint256 mintingFee; uint256 changeInterval; uint256 burningFee; }',
  'event DeployPool(address indexed pool, address poolCommitter, string ticker)',
  'function deployPool(PoolDeployment deploymentParameters) returns (address)',
  'function fee() view returns (uint256)',
  'function numPools() view returns (uint256)',
  'function pools(uint256) view returns (address)',
  'function isValidPool(address) view returns (bool)',
  'function poolKeeper() view returns (address)',
  'function autoClaim() view returns (address)',
  'function invariantCheck() view returns (address)',
  'function feeReceiver() view returns (address)',
  'function secondaryFeeSplitPercent() view returns (uint256)',
  'function setPoolKeeper(address _poolKeeper)',
  'function setAutoClaim(address _autoClaim)',
  'function setInvariantCheck(address _invariantCheck)',
  'function setFee(uint256 _fee)',
  'function setSecondaryFeeSplitPercent(uint256 newFeePercent)',
])

export const poolKeeperAbi = parseAbi([
  'event KeeperPaid(address indexed _pool, address indexed keeper, uint256 reward)',
  'event KeeperPaymentError(address indexed _pool, address indexed keeper, uint256 expectedReward)',
  'event PoolUpkeepError(address indexed pool, string reason)',
  'event UpkeepSuccessful(address indexed pool, bytes data, int256 indexed startPrice, int256 indexed endPrice)',
  'function executionPrice(address) view returns (int256)',
  'function gasPrice() view returns (uint256)',
  'function keeperRewards() view returns (address)',
  'function setGasPrice(uint256 _price)',
  'function setKeeperRewards(address _keeperRewards)',
  'function performUpkeepSinglePool(address _pool)',
  'function performUpkeepMultiplePools(address[] pools)',
])

export const leveragedPoolAbi = parseAbi([
  'event PoolRebalance(int256 shortBalanceChange, int256 longBalanceChange, uint256 shortFeeAmount, uint256 longFeeAmount)',
  'event PriceChangeError(int256 indexed startPrice, int256 indexed endPrice)',
  'function balances() view returns (uint256 shortBalance, uint256 longBalance)',
  'function frontRunningInterval() view returns (uint32)',
  'function getLeverage() view returns (uint256)',
  'function getOraclePrice() view returns (int256)',
  'function lastPriceTimestamp() view returns (uint256)',
  'function oracleWrapper() view returns (address)',
  'function poolCommitter() view returns (address)',
  'function poolName() view returns (string)',
  'function poolTokens() view returns (address[2])',
  'function settlementEthOracle() view returns (address)',
  'function settlementToken() view returns (address)',
  'function updateInterval() view returns (uint32)',
])

export const poolCommitterAbi = parseAbi([
  'struct Balance { uint256 longTokens; uint256 shortTokens; uint256 settlementTokens; }',
  'event CreateCommit(address indexed user, uint256 indexed amount, uint8 indexed commitType, uint256 appropriateUpdateIntervalId, bool fromAggregateBalance, bool payForClaim, bytes16 mintingFee)',
  'event ExecutedCommitsForInterval(uint256 indexed updateIntervalId, bytes16 burningFee)',
  'event Claim(address indexed user)',
  'function claim(address user)',
  'function commit(bytes32 args) payable',
  'function getAggregateBalance(address user) view returns (Balance)',
  'function getBurningFee() view returns (uint256)',
  'function getMintingFee() view returns (uint256)',
  'function changeInterval() view returns (bytes16)',
  'function pendingLongBurnPoolTokens() view returns (uint256)',
  'function pendingMintSettlementAmount() view returns (uint256)',
  'function pendingShortBurnPoolTokens() view returns (uint256)',
  'function updateIntervalId() view returns (uint128)',
])

export const autoClaimAbi = parseAbi([
  'event PaidClaimRequestUpdate(address indexed user, address indexed poolCommitter, uint256 indexed updateIntervalId, uint256 newReward)',
  'event PaidRequestExecution(address indexed user, address indexed poolCommitter, uint256 indexed reward)',
  'function claimRequests(address user, address poolCommitter) view returns (uint128 updateIntervalId, uint256 reward)',
  'function checkUserClaim(address user, address poolCommitter) view returns (bool)',
  'function paidClaim(address user, address poolCommitter)',
])

export const priceFeedAbi = parseAbi([
  'function decimals() view returns (uint8)',
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function price() view returns (int256)',
  'function setDecimals(uint8 _decimals)',
  'function setPrice(int256 _price)',
])

export const oracleWrapperAbi = parseAbi([
  'function deployer() view returns (address)',
  'function getPrice() view returns (int256)',
  'function numPeriods() view returns (int256)',
  'function oracle() view returns (address)',
  'function periodCount() view returns (int256)',
  'function updateInterval() view returns (uint256)',
])

export const tokenAbi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function balanceOf(address account) view returns (uint256)',
  'function decimals() view returns (uint8)',
  'function mint(address account, uint256 amount)',
  'function name() view returns (string)',
  'function setDecimals(uint8 newDecimals)',
  'function symbol() view returns (string)',
  'function totalSupply() view returns (uint256)',
  'function transfer(address to, uint256 amount) returns (bool)',
])

/** Of a committer or a pool, for its invariant check. */
export const pausableAbi = parseAbi(['function pause()'])
