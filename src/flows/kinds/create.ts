import * as v from 'valibot'
import {
  type Address,
  type Client,
  getAddress,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import { getCode, readContract } from 'viem/actions'
import type { Failure } from '../../chain/describeFailure'
import { marketFactoryAbi } from '../../chain/newMarket/creationAbi'
import { MAX_INTERVAL_SEC, MAX_LEVERAGE, MAX_PERIODS, MAX_TEXT_BYTES } from '../../protocol/bounds'
import { WAD } from '../../protocol/wad'
import { newStep, type StepId } from '../step'
import { type CreateIntent, type CreationKind, creationKinds } from './createIntent'
import { deployPoolRequest, type WrapperKind, wrapperCreation } from './creationRequests'
import { traceOf } from './eventTrace'
import { findWrapper } from './findWrapper'
import type { Action, FlowKind, Proof } from './flowKind'
import { ownWrapperProblem } from './ownWrapperProblem'
import { storedAddress, storedHex, storedNumber, storedUnits } from './storedFields'

const NAMES: Readonly<Record<CreationKind, string>> = {
  deploySpot: 'Create oracle wrapper',
  deploySma: 'Create SMA oracle',
  deployEth: 'Create ETH price wrapper for keeper rewards',
  deployPool: 'Create pool',
}

const stepKinds = Object.keys(NAMES) as CreationKind[]

/** A fee is a fraction of one. */
const storedFee = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(WAD))

/** As narrow as what `/create` hands over: there is no market beyond that to be made. */
const schema = v.looseObject({
  kind: v.literal('create'),
  pool: v.optional(v.undefined()),
  title: v.string(),
  poolFactory: storedAddress,
  poolKeeper: storedAddress,
  feed: storedAddress,
  sma: v.optional(
    v.strictObject({
      numPeriods: storedNumber(1, Number(MAX_PERIODS)),
      updateIntervalSec: storedNumber(1, MAX_INTERVAL_SEC),
    }),
  ),
  // One of the two: what names both would be read as either.
  ethPrice: v.union([
    v.strictObject({ wrapper: storedAddress }),
    v.strictObject({ feed: storedAddress }),
  ]),
  terms: v.strictObject({
    poolName: v.pipe(v.string(), v.minLength(1), v.maxBytes(MAX_TEXT_BYTES)),
    frontRunningIntervalSec: storedNumber(0, MAX_INTERVAL_SEC),
    updateIntervalSec: storedNumber(1, MAX_INTERVAL_SEC),
    leverage: storedNumber(1, MAX_LEVERAGE),
    settlementToken: storedAddress,
    mintingFeeWad: storedFee,
    burningFeeWad: storedFee,
  }),
  fee: v.optional(v.object({ token: storedAddress, amount: storedUnits })),
  code: v.object({ spot: storedHex, sma: storedHex }),
  created: v.strictObject({
    deploySpot: v.optional(storedAddress),
    deploySma: v.optional(storedAddress),
    deployEth: v.optional(storedAddress),
    deployPool: v.optional(storedAddress),
  }),
})

export const create: FlowKind<CreateIntent> = {
  schema,
  stepKinds,
  steps: (intent, needsApproval) =>
    creationKinds(intent, needsApproval).map((kind) => newStep(kind)),
  approval: (intent) =>
    intent.fee && {
      token: intent.fee.token,
      spender: intent.poolFactory,
      needed: intent.fee.amount,
      amount: intent.fee.amount,
      name: 'Approve deployment fee',
      check: (client) => feeProblem(client, intent),
    },
  contracts: ({ poolFactory, poolKeeper }) => ({ poolFactory, poolKeeper }),
  // Nothing has been created by a step that is not done.
  isSound: ({ intent, steps }) =>
    Object.keys(intent.created).every((made) =>
      steps.some(({ kind, status }) => kind === made && status.at === 'done'),
    ),
  action(intent, step, account) {
    const kind = kindOf(step)
    return kind === 'deployPool'
      ? deployPool(intent, account)
      : deployWrapper(intent, kind, account)
  },
  result: () => 'Market created. You can open its page.',
}

function kindOf({ kind }: StepId): CreationKind {
  const known = stepKinds.find((other) => other === kind)
  if (known === undefined) throw new RangeError(`A market takes no ${kind}`)
  return known
}

function deployPool(intent: CreateIntent, account: Address): Action {
  const { poolFactory } = intent
  return {
    name: NAMES.deployPool,
    request: () => deployPoolRequest(intent, account),
    check: (client) => ownWrapperProblem(client, intent, account),
    traces: () => [traceOf(poolFactory, marketFactoryAbi, 'DeployPool')],
    prove(client, receipt) {
      const [event] = parseEventLogs({
        abi: marketFactoryAbi,
        eventName: 'DeployPool',
        logs: receipt.logs.filter(({ address }) => isAddressEqual(address, poolFactory)),
      })
      return proveCode(client, receipt, event?.args.pool)
    },
  }
}

function deployWrapper(intent: CreateIntent, kind: WrapperKind, account: Address): Action {
  return {
    name: NAMES[kind],
    request: () => wrapperCreation(intent, kind, account),
    check: async (client) =>
      (await creatorProblem(client, account)) ??
      (await codeProblem(intent)) ??
      (await ownWrapperProblem(client, intent, account)),
    traces: () => [],
    find(client, search, seen) {
      const [input] = wrapperCreation(intent, kind, account).args
      const known = Object.values(intent.created)
      return findWrapper(client, { account, input: input as Address, known }, search, seen)
    },
    prove: (client, receipt) => proveCode(client, receipt, receipt.contractAddress),
  }
}

/** A contract is there when it has code, whatever a receipt says. */
async function proveCode(
  client: Client,
  { blockNumber }: TransactionReceipt,
  address: Address | null | undefined,
): Promise<Proof> {
  if (address === undefined || address === null)
    return { isDone: false, reason: 'No contract was created.' }
  const code = await getCode(client, { address, blockNumber }).catch(() =>
    // Not every node keeps the states of earlier blocks.
    getCode(client, { address }),
  )
  return code === undefined
    ? { isDone: false, reason: 'There is no contract at the reported address.' }
    : { isDone: true, created: getAddress(address) }
}

/** An account that is a contract cannot send what creates one; a delegation (EIP-7702) leaves an ordinary account. */
async function creatorProblem(client: Client, address: Address): Promise<Failure | undefined> {
  const code = await getCode(client, { address })
  if (code === undefined || code.startsWith('0xef0100')) return undefined
  return {
    code: 'NOT_ALLOWED',
    message:
      'Your wallet is a smart contract. Only a regular account (EOA) can create the wrapper. Nothing was sent. Connect an EOA.',
  }
}

/** What is deployed is what was published, whatever the browser has kept of the intent. */
async function codeProblem({ code }: CreateIntent): Promise<Failure | undefined> {
  const { chainlinkOracleWrapper, smaOracle } = await import('virtual:published-bytecode')
  if (code.spot === chainlinkOracleWrapper && code.sma === smaOracle) return undefined
  return {
    code: 'NOT_OWN',
    message:
      'The contract code isn’t the published code. Nothing was sent. Dismiss this market and start again.',
  }
}

/** What the factory asks is what the factory says. @throws RPC errors */
async function feeProblem(
  client: Client,
  { fee, poolFactory: address }: CreateIntent,
): Promise<Failure | undefined> {
  const about = { address, abi: marketFactoryAbi } as const
  const [token, amount] = await Promise.all([
    readContract(client, { ...about, functionName: 'deploymentFeeToken' }),
    readContract(client, { ...about, functionName: 'deploymentFee' }),
  ])
  if (fee === undefined || (isAddressEqual(token, fee.token) && amount === fee.amount))
    return undefined
  return {
    code: 'NOT_OWN',
    message: 'The deployment fee changed. Nothing was sent. Dismiss this market and start again.',
  }
}
