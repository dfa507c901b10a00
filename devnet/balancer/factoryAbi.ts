import { parseAbi } from 'viem'

export const weightedPoolFactoryAbi = parseAbi([
  'function create(string name, string symbol, address[] tokens, uint256[] weights, uint256 swapFeePercentage, address owner) returns (address)',
  'event PoolCreated(address indexed pool)',
])

export const weightedPoolAbi = parseAbi(['function getPoolId() view returns (bytes32)'])
