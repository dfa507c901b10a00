import { parseAbi } from 'viem'

/** What only the making of a market needs of the contracts, apart from the rest: few ever load it. */

export const marketFactoryAbi = parseAbi([
  'struct PoolDeployment { string poolName; uint32 frontRunningInterval; uint32 updateInterval; uint16 leverageAmount; address settlementToken; address oracleWrapper; address settlementEthOracle; address feeController; uint256 mintingFee; uint256 changeInterval; uint256 burningFee; }',
  'event DeployPool(address indexed pool, address poolCommitter, string ticker)',
  'function deployPool(PoolDeployment deploymentParameters) returns (address)',
  'function poolKeeper() view returns (address)',
  'function fee() view returns (uint256)',
  'function deploymentFee() view returns (uint256)',
  'function deploymentFeeToken() view returns (address)',
  'function poolBaseAddress() view returns (address)',
  'function poolCommitterBaseAddress() view returns (address)',
  'function pairTokenBaseAddress() view returns (address)',
])

/** Of the committer that all committers are clones of; wads as binary128. */
export const feeLimitsAbi = parseAbi([
  'function MAX_MINTING_FEE() view returns (bytes16)',
  'function MAX_BURNING_FEE() view returns (bytes16)',
])

export const aggregatorAbi = parseAbi([
  'function decimals() view returns (uint8)',
  'function description() view returns (string)',
  'function getRoundData(uint80 roundId) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
])

export const wrapperAbi = parseAbi([
  'function deployer() view returns (address)',
  'function oracle() view returns (address)',
  'function getPrice() view returns (int256)',
])
