import { type Address, encodeFunctionData } from 'viem'
import type { Deployer } from './deployer'
import type { ProtocolContracts } from './deployment'
import { poolFactoryAbi, poolKeeperAbi } from './protocolAbi'

/** 2% a year, as on Arbitrum. */
export const MANAGEMENT_FEE_WAD = 20_000_000_000_000_000n
/** Share of the management fee that goes to the account that deployed the pool. */
export const SECONDARY_FEE_PERCENT = 10n
/** What the keeper's reward is reckoned with: 0.1 gwei, Arbitrum's usual price. */
export const KEEPER_GAS_PRICE_WEI = 100_000_000n

/** A factory and the contracts that belong to it alone. */
export type FactoryContracts = Omit<
  ProtocolContracts,
  'poolSwapLibrary' | 'l2Encoder' | 'multicall3'
>

/** Queues a factory with its keeper and what else it needs, and their set-up. */
export function deployFactory(deployer: Deployer, poolSwapLibrary: Address): FactoryContracts {
  const poolFactory = deployer.deploy(
    'PoolFactory',
    [deployer.address, deployer.address],
    poolSwapLibrary,
  )
  const poolKeeper = deployer.deploy('PoolKeeper', [poolFactory])
  const keeperRewards = deployer.deploy('KeeperRewards', [poolKeeper], poolSwapLibrary)
  const autoClaim = deployer.deploy('AutoClaim', [poolFactory])
  const invariantCheck = deployer.deploy('InvariantCheck', [poolFactory])

  for (const data of [
    encodeFunctionData({
      abi: poolFactoryAbi,
      functionName: 'setPoolKeeper',
      args: [poolKeeper],
    }),
    encodeFunctionData({ abi: poolFactoryAbi, functionName: 'setAutoClaim', args: [autoClaim] }),
    encodeFunctionData({
      abi: poolFactoryAbi,
      functionName: 'setInvariantCheck',
      args: [invariantCheck],
    }),
    encodeFunctionData({ abi: poolFactoryAbi, functionName: 'setFee', args: [MANAGEMENT_FEE_WAD] }),
    encodeFunctionData({
      abi: poolFactoryAbi,
      functionName: 'setSecondaryFeeSplitPercent',
      args: [SECONDARY_FEE_PERCENT],
    }),
  ]) {
    deployer.call(poolFactory, data)
  }
  deployer.call(
    poolKeeper,
    encodeFunctionData({
      abi: poolKeeperAbi,
      functionName: 'setKeeperRewards',
      args: [keeperRewards],
    }),
  )
  deployer.call(
    poolKeeper,
    encodeFunctionData({
      abi: poolKeeperAbi,
      functionName: 'setGasPrice',
      args: [KEEPER_GAS_PRICE_WEI],
    }),
  )
  return { poolFactory, poolKeeper, autoClaim, keeperRewards, invariantCheck }
}
