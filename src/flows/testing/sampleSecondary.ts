import {
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  pad,
  toFunctionSelector,
} from 'viem'
import { transferAbi, vaultAbi } from '../../chain/balancer/balancerAbi'
import { farmAbi } from '../../chain/staking/farmAbi'
import type { Intent, KINDS } from '../kinds/kinds'
import type { FakeLog, FakeTransaction } from './fakeNetwork'

const VAULT: Address = '0x00000000000000000000000000000000000000c1'
const FARM: Address = '0x00000000000000000000000000000000000000c2'
const POOL: Address = '0x00000000000000000000000000000000000000c3'
const POOL_ID: Hex = pad(POOL, { dir: 'right', size: 32 })

/** The pool's other token. */
export const OTHER_TOKEN: Address = '0x00000000000000000000000000000000000000c4'

export const SAMPLE_BALANCER = { vault: VAULT, pools: [POOL] }
export const SAMPLE_FARMS = [FARM]

type SecondaryKind =
  | 'swap'
  | 'joinPool'
  | 'exitPool'
  | 'stake'
  | 'withdrawStake'
  | 'claimRewards'
  | 'exitFarm'

/** One intent of each kind that acts on Balancer or a farm. */
export function secondaryIntents(token: Address): {
  readonly [K in SecondaryKind & keyof typeof KINDS]: Extract<Intent, { kind: K }>
} {
  const tokens = [token, OTHER_TOKEN]
  const inPool = { vault: VAULT, poolId: POOL_ID, tokens }
  return {
    swap: {
      kind: 'swap',
      title: 'Swap',
      vault: VAULT,
      route: [{ poolId: POOL_ID, tokenIn: token, tokenOut: OTHER_TOKEN }],
      amountIn: 7n,
      quotedOut: 5n,
      minOut: 4n,
      deadlineSec: 2n ** 40n,
    },
    joinPool: {
      kind: 'joinPool',
      title: 'Add liquidity',
      ...inPool,
      amountsIn: [7n, 8n],
      quotedLp: 3n,
      minLpOut: 2n,
    },
    exitPool: {
      kind: 'exitPool',
      title: 'Remove liquidity',
      ...inPool,
      lpIn: 3n,
      onlyToken: undefined,
      quotedAmounts: [7n, 8n],
      minAmountsOut: [6n, 7n],
    },
    stake: { kind: 'stake', title: 'Stake', farm: FARM, stakingToken: token, amount: 7n },
    withdrawStake: { kind: 'withdrawStake', title: 'Withdraw', farm: FARM, amount: 7n },
    claimRewards: { kind: 'claimRewards', title: 'Claim rewards', farm: FARM },
    exitFarm: { kind: 'exitFarm', title: 'Withdraw everything', farm: FARM },
  }
}

/** What the fakes of the Vault and the farm answer; undefined for a call of something else. */
export function answerSecondary(data: Hex): Hex | undefined {
  const has = (signature: string) => data.startsWith(toFunctionSelector(signature))
  // An amount that is swapped, and rewards that are earned.
  if (has('earned(address)') || isCallOf(data, 'swap')) return words(5n)
  return undefined
}

/** What the calls of the sample intents leave; undefined for a call of something else. */
export function secondaryLogs(
  { to, input }: Pick<FakeTransaction, 'to' | 'input'>,
  account: Address,
  token: Address,
): readonly FakeLog[] | undefined {
  if (to === VAULT && isCallOf(input, 'swap'))
    return [transfer(token, account, VAULT, 7n), transfer(OTHER_TOKEN, VAULT, account, 5n)]
  if (to === VAULT) {
    const sign = isCallOf(input, 'joinPool') ? 1n : -1n
    const types = ['address[]', 'int256[]', 'uint256[]'].map((type) => ({ type }))
    const deltas = [7n * sign, 8n * sign]
    const data = encodeAbiParameters(types, [[token, OTHER_TOKEN], deltas, [0n, 0n]])
    const args = { poolId: POOL_ID, liquidityProvider: account }
    return [log(VAULT, vaultAbi, 'PoolBalanceChanged', args, data)]
  }
  if (to !== FARM) return undefined
  const user = { user: account }
  const staked = log(FARM, farmAbi, 'Staked', user, words(7n))
  const withdrawn = log(FARM, farmAbi, 'Withdrawn', user, words(7n))
  const paid = log(FARM, farmAbi, 'RewardPaid', user, words(5n))
  const calls: Readonly<Record<string, readonly FakeLog[]>> = {
    [toFunctionSelector('stake(uint256)')]: [staked],
    [toFunctionSelector('withdraw(uint256)')]: [withdrawn],
    [toFunctionSelector('getReward()')]: [paid],
    [toFunctionSelector('exit()')]: [withdrawn, paid],
  }
  return calls[input.slice(0, 10)]
}

function isCallOf(data: Hex, functionName: 'swap' | 'joinPool'): boolean {
  const item = vaultAbi.find((one) => one.type === 'function' && one.name === functionName)
  return item?.type === 'function' && data.startsWith(toFunctionSelector(item))
}

function transfer(token: Address, from: Address, to: Address, amount: bigint): FakeLog {
  return log(token, transferAbi, 'Transfer', { from, to }, words(amount))
}

function log(
  address: Address,
  abi: readonly unknown[],
  eventName: string,
  args: object,
  data: Hex,
): FakeLog {
  const topics = encodeEventTopics({ abi, eventName, args } as never)
  return { address, topics: topics as Hex[], data }
}

function words(value: bigint): Hex {
  return encodeAbiParameters([{ type: 'uint256' }], [value])
}
