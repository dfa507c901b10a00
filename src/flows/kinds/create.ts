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
import { newStep, type StepId } from '../step'
import { type CreateIntent, type CreationKind, creationKinds } from './createIntent'
import { deployPoolRequest, type WrapperKind, wrapperCreation } from './creationRequests'
import { traceOf } from './eventTrace'
import { findWrapper } from './findWrapper'
import type { Action, FlowKind, Proof } from './flowKind'
import { storedAddress, storedCount, storedHex, storedUnits } from './storedFields'

const NAMES: Readonly<Record<CreationKind, string>> = {
  deploySpot: 'Create the oracle wrapper',
  deploySma: 'Create the average',
  deployEth: 'Create the wrapper that keepers are paid by',
  deployPool: 'Create the pool',
}

const stepKinds = Object.keys(NAMES) as CreationKind[]

const schema = v.looseObject({
  kind: v.literal('create'),
  title: v.string(),
  poolFactory: storedAddress,
  poolKeeper: storedAddress,
  feed: storedAddress,
  sma: v.optional(v.object({ numPeriods: storedCount, updateIntervalSec: storedCount })),
  ethPrice: v.union([v.object({ wrapper: storedAddress }), v.object({ feed: storedAddress })]),
  terms: v.looseObject({
    poolName: v.string(),
    frontRunningIntervalSec: storedCount,
    updateIntervalSec: storedCount,
    leverage: storedCount,
    settlementToken: storedAddress,
    mintingFeeWad: storedUnits,
    burningFeeWad: storedUnits,
  }),
  fee: v.optional(v.object({ token: storedAddress, amount: storedUnits })),
  code: v.object({ spot: storedHex, sma: storedHex }),
  created: v.record(v.string(), storedAddress),
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
      asked: intent.fee.amount,
      name: 'Approve the factory’s fee',
      check: (client) => feeProblem(client, intent),
    },
  contracts: ({ poolFactory, poolKeeper }) => ({ poolFactory, poolKeeper }),
  action(intent, step, account) {
    const kind = kindOf(step)
    return kind === 'deployPool'
      ? deployPool(intent, account)
      : deployWrapper(intent, kind, account)
  },
  result: () => 'The market is there: its page can be opened.',
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
    check: async (client) => (await creatorProblem(client, account)) ?? (await codeProblem(intent)),
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
    return { isDone: false, reason: 'No new contract came of it.' }
  const code = await getCode(client, { address, blockNumber }).catch(() =>
    // Not every node keeps the states of earlier blocks.
    getCode(client, { address }),
  )
  return code === undefined
    ? { isDone: false, reason: 'There is no contract at the address that it names.' }
    : { isDone: true, created: getAddress(address) }
}

/** An account that is a contract cannot send what creates one; a delegation (EIP-7702) leaves an ordinary account. */
async function creatorProblem(client: Client, address: Address): Promise<Failure | undefined> {
  const code = await getCode(client, { address })
  if (code === undefined || code.startsWith('0xef0100')) return undefined
  return {
    code: 'NOT_ALLOWED',
    message:
      'Your wallet is a contract, and only an ordinary account can create the wrapper: connect one. Nothing was sent.',
  }
}

/** What is deployed is what was published, whatever the browser has kept of the intent. */
async function codeProblem({ code }: CreateIntent): Promise<Failure | undefined> {
  const { chainlinkOracleWrapper, smaOracle } = await import('virtual:published-bytecode')
  if (code.spot === chainlinkOracleWrapper && code.sma === smaOracle) return undefined
  return {
    code: 'NOT_OWN',
    message:
      'The code of this market’s contracts is not the published one. Nothing was sent: put it aside and begin again.',
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
    message:
      'The factory asks for another fee than when this was begun. Nothing was sent: put it aside and begin again.',
  }
}
