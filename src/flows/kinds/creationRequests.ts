import { type Address, parseAbi } from 'viem'
import { marketFactoryAbi } from '../../chain/newMarket/creationAbi'
import { type CreateIntent, type CreationKind, needsEthWrapper } from './createIntent'
import type { Creation } from './flowKind'

/** The steps that create a contract directly, at an address that follows from the account's nonce. */
export type WrapperKind = Exclude<CreationKind, 'deployPool'>

const chainlinkOracleWrapperAbi = parseAbi(['constructor(address _oracle, address _deployer)'])
const smaOracleAbi = parseAbi([
  'constructor(address _inputOracle, int256 _numPeriods, uint256 _updateInterval, address _deployer, address _poolKeeper, address _gov)',
])

/**
 * The oracle wrapper that a step creates.
 *
 * @throws RangeError when the market has no such wrapper, or what it builds on has not been created
 */
export function wrapperCreation(
  intent: CreateIntent,
  kind: WrapperKind,
  account: Address,
): Creation {
  const { feed, sma, ethPrice, code, poolKeeper } = intent
  const spotOf = (oracle: Address): Creation => ({
    abi: chainlinkOracleWrapperAbi,
    bytecode: code.spot,
    args: [oracle, account],
  })
  if (kind === 'deploySpot') return spotOf(feed)
  if (kind === 'deployEth' && 'feed' in ethPrice) return spotOf(ethPrice.feed)
  if (kind !== 'deploySma' || sma === undefined) throw new RangeError(`The market takes no ${kind}`)
  const spot = needed(intent, 'deploySpot')
  const { numPeriods, updateIntervalSec } = sma
  return {
    abi: smaOracleAbi,
    bytecode: code.sma,
    args: [spot, BigInt(numPeriods), BigInt(updateIntervalSec), account, poolKeeper, account],
  }
}

/**
 * The call that makes the pool. Its maker becomes fee controller, and the fee never moves on its own.
 *
 * @throws RangeError when a wrapper has not been created
 * @see PoolFactory.deployPool
 */
export function deployPoolRequest(intent: CreateIntent, account: Address) {
  const { terms, ethPrice, sma, poolFactory } = intent
  const settlementEthOracle =
    'wrapper' in ethPrice
      ? ethPrice.wrapper
      : needed(intent, needsEthWrapper(intent) ? 'deployEth' : 'deploySpot')
  const deployment = {
    poolName: terms.poolName,
    frontRunningInterval: terms.frontRunningIntervalSec,
    updateInterval: terms.updateIntervalSec,
    leverageAmount: terms.leverage,
    settlementToken: terms.settlementToken,
    oracleWrapper: needed(intent, sma === undefined ? 'deploySpot' : 'deploySma'),
    settlementEthOracle,
    feeController: account,
    mintingFee: terms.mintingFeeWad,
    changeInterval: 0n,
    burningFee: terms.burningFeeWad,
  }
  return {
    address: poolFactory,
    abi: marketFactoryAbi,
    functionName: 'deployPool',
    args: [deployment],
  } as const
}

function needed({ created }: CreateIntent, kind: CreationKind): Address {
  const address = created[kind]
  if (address === undefined) throw new RangeError(`The market has no ${kind} yet`)
  return address
}
