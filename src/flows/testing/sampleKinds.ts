import { chainlinkOracleWrapper, smaOracle } from 'virtual:published-bytecode'
import {
  type Address,
  decodeFunctionData,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionData,
  encodeFunctionResult,
  getContractAddress,
  type Hex,
  pad,
  toFunctionSelector,
} from 'viem'
import { erc20Abi, leveragedPoolAbi, poolCommitterAbi, poolKeeperAbi } from '../../chain/abi'
import { marketFactoryAbi } from '../../chain/newMarket/creationAbi'
import { createFlow } from '../createFlow'
import type { Flow } from '../flow'
import type { OwnContracts } from '../foreignContract'
import { isCreation } from '../kinds/flowKind'
import { actionsOf, type Intent, type KINDS } from '../kinds/kinds'
import type { Step } from '../step'
import type { FakeContracts, FakeLog, FakeTransaction } from './fakeNetwork'
import { SAMPLE_COMMIT, SAMPLE_LEG } from './sampleCommit'
import {
  answerSecondary,
  OTHER_TOKEN,
  SAMPLE_BALANCER,
  SAMPLE_FARMS,
  secondaryIntents,
  secondaryLogs,
} from './sampleSecondary'

const { pool, committer, settlementToken: token } = SAMPLE_COMMIT
const KEEPER: Address = '0x00000000000000000000000000000000000000b1'
const FACTORY: Address = '0x00000000000000000000000000000000000000b2'
const FEED: Address = '0x00000000000000000000000000000000000000b3'
const NEW_POOL: Address = '0x00000000000000000000000000000000000000b4'

export const SAMPLE_CONTRACTS: OwnContracts = {
  poolFactory: FACTORY,
  poolKeeper: KEEPER,
  pool: {
    address: pool,
    committer,
    keeper: KEEPER,
    settlementToken: { address: token, symbol: 'USDC', decimals: 6 },
  },
  balancer: SAMPLE_BALANCER,
  farms: SAMPLE_FARMS,
}

/** One intent of each kind, each with all the steps that it can take. */
export const SAMPLE_INTENTS: { readonly [K in keyof typeof KINDS]: Extract<Intent, { kind: K }> } =
  {
    commit: { ...SAMPLE_COMMIT, legs: [SAMPLE_LEG, SAMPLE_LEG] },
    claim: { kind: 'claim', title: 'Claim', pool, committer },
    feeClaim: { kind: 'feeClaim', title: 'Claim fees', pool },
    upkeep: {
      kind: 'upkeep',
      title: 'Perform',
      pool,
      poolKeeper: KEEPER,
      pools: [pool],
      gas: 3_000_000n,
    },
    create: {
      kind: 'create',
      title: 'Make a market',
      poolFactory: FACTORY,
      poolKeeper: KEEPER,
      feed: FEED,
      sma: { numPeriods: 8, updateIntervalSec: 3_600 },
      ethPrice: { wrapper: pool },
      terms: {
        poolName: 'ETH/USD+USDC',
        frontRunningIntervalSec: 300,
        updateIntervalSec: 3_600,
        leverage: 3,
        settlementToken: token,
        mintingFeeWad: 0n,
        burningFeeWad: 0n,
      },
      fee: { token, amount: 7n },
      code: { spot: chainlinkOracleWrapper, sma: smaOracle },
      created: {},
    },
    revoke: { kind: 'revoke', title: 'Revoke', pool, settlementToken: token },
    ...secondaryIntents(token),
  }

export function sampleFlow(kind: keyof typeof KINDS, account: Address): Flow {
  const about = { id: 'flow', chainId: 1, account, createdAtMs: 0 }
  return createFlow({ ...about, intent: SAMPLE_INTENTS[kind] }, true)
}

/** Whether a transaction makes the call of a step. */
export function isOfStep(
  flow: Flow,
  step: Step,
  { to, input }: Pick<FakeTransaction, 'to' | 'input'>,
): boolean {
  const request = requestOf(flow, step)
  if (request === undefined) return false
  if (isCreation(request)) return to === null && input.startsWith(request.bytecode)
  return to === request.address && input === encodeFunctionData(request)
}

/** Undefined while what it builds on is not there. */
function requestOf(flow: Flow, step: Step) {
  try {
    return actionsOf(flow, step)[0]?.request()
  } catch {
    return undefined
  }
}

/** Fakes of the contracts that the sample intents name, for an account that has enough of everything. */
export function sampleContracts(account: Address): FakeContracts {
  /** What is allowed before anything is sent: something to revoke, and nothing that would do for an order. */
  const ALLOWED_BEFORE = 1n

  function allowance(
    of: Address | null,
    spender: Address,
    done: readonly FakeTransaction[],
  ): bigint {
    return done.reduce((allowed, { to, input }) => {
      if (to !== of) return allowed
      const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data: input })
      return functionName === 'approve' && isSame(args[0], spender) ? args[1] : allowed
    }, ALLOWED_BEFORE)
  }

  function call(to: Address | null, data: Hex, done: readonly FakeTransaction[]): Hex {
    if (to === null) return '0x60'
    if (data.startsWith(toFunctionSelector('allowance(address,address)'))) {
      const { args } = decodeFunctionData({ abi: erc20Abi, data })
      return uint(allowance(to, (args as readonly Address[])[1] ?? pool, done))
    }
    const secondary = answerSecondary(data)
    if (secondary !== undefined) return secondary
    const has = (signature: string) => data.startsWith(toFunctionSelector(signature))
    if (has('secondaryFees()')) return uint(5n)
    if (has('approve(address,uint256)')) return uint(1n)
    if (has('oracle()')) return oracleAt(to, done)
    if (has('deploymentFee()')) return uint(7n)
    if (has('deploymentFeeToken()')) return pad(token)
    if (has('unAggregatedCommitments(address,uint256)'))
      throw Object.assign(new Error('execution reverted'), { code: 3, data: '0x' })
    if (to === FACTORY)
      return encodeFunctionResult({
        abi: marketFactoryAbi,
        functionName: 'deployPool',
        result: NEW_POOL,
      })
    return '0x'
  }

  /** What a wrapper was told to read: the first word after its code. */
  function oracleAt(at: Address, done: readonly FakeTransaction[]): Hex {
    const made = done.find(
      ({ to, nonce }) =>
        to === null && isSame(getContractAddress({ from: account, nonce: BigInt(nonce) }), at),
    )
    if (made === undefined) return '0x'
    const code = made.input.startsWith(smaOracle) ? smaOracle : chainlinkOracleWrapper
    return `0x${made.input.slice(code.length, code.length + 64)}`
  }

  function logsOf({ to, input }: FakeTransaction): readonly FakeLog[] {
    if (to === token || to === OTHER_TOKEN) {
      const { args } = decodeFunctionData({ abi: erc20Abi, data: input })
      const [spender, value] = args as readonly [Address, bigint]
      return [log(to, erc20Abi, 'Approval', { owner: account, spender }, uint(value))]
    }
    const secondary = secondaryLogs({ to, input }, account, token)
    if (secondary !== undefined) return secondary
    if (to === committer && input.startsWith(toFunctionSelector('claim(address)')))
      return [log(committer, poolCommitterAbi, 'Claim', { user: account })]
    if (to === committer) {
      const { amount, commitType, fromAggregateBalance } = SAMPLE_LEG
      const args = { user: account, amount, commitType }
      const types = ['uint256', 'bool', 'bool', 'bytes16'].map((type) => ({ type }))
      const rest = encodeAbiParameters(types, [
        9n,
        fromAggregateBalance,
        false,
        `0x${'0'.repeat(32)}`,
      ])
      return [log(committer, poolCommitterAbi, 'CreateCommit', args, rest)]
    }
    if (to === pool)
      return [
        log(pool, leveragedPoolAbi, 'SecondaryFeesPaid', { secondaryFeeAddress: pool }, uint(5n)),
      ]
    if (to === KEEPER)
      return [
        log(KEEPER, poolKeeperAbi, 'UpkeepSuccessful', { pool, startPrice: 1n, endPrice: 1n }),
        log(KEEPER, poolKeeperAbi, 'KeeperPaid', { _pool: pool, keeper: account }, uint(1n)),
      ]
    if (to !== FACTORY) return []
    const rest = encodeAbiParameters([{ type: 'address' }, { type: 'string' }], [committer, '3L'])
    return [log(FACTORY, marketFactoryAbi, 'DeployPool', { pool: NEW_POOL }, rest)]
  }

  return {
    call,
    logsOf,
    codeAt: (address, done) =>
      isSame(address, NEW_POOL) && done.some(({ to }) => to === FACTORY) ? '0x60' : '0x',
  }
}

function log(
  address: Address,
  abi: readonly unknown[],
  eventName: string,
  args: object,
  data: Hex = '0x',
): FakeLog {
  const topics = encodeEventTopics({ abi, eventName, args } as never)
  return { address, topics: topics as Hex[], data }
}

function uint(value: bigint): Hex {
  return encodeAbiParameters([{ type: 'uint256' }], [value])
}

function isSame(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
