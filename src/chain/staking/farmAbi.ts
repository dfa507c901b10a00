import { parseAbi } from 'viem'

/** The parts of Synthetix' StakingRewards that this app writes, and checks before it does. */
export const farmAbi = parseAbi([
  'function stake(uint256 amount)',
  'function withdraw(uint256 amount)',
  'function getReward()',
  'function exit()',
  'function earned(address account) view returns (uint256)',
  'event Staked(address indexed user, uint256 amount)',
  'event Withdrawn(address indexed user, uint256 amount)',
  'event RewardPaid(address indexed user, uint256 reward)',
])
