import {
  type Address,
  type Client,
  encodeEventTopics,
  isAddressEqual,
  type Log,
  pad,
  toEventSelector,
  zeroAddress,
} from 'viem'
import { toAccountCommit } from '../commits/readAccountEntries'
import { createManyLogsReader, type ReadManyLogs } from '../commits/readManyLogs'
import type { BlockRange } from '../history/blockRange'
import {
  leveragedPoolEventAbi,
  poolCommitterEventAbi,
  poolKeeperEventAbi,
  tokenEventAbi,
} from '../history/eventAbi'
import { parseLogs } from '../history/parseLogs'
import { farmAbi } from '../staking/farmAbi'
import type { AccountContracts } from './accountContracts'
import { type AccountEntry, byPlace } from './accountEntry'
import { pairStakes } from './pairStakes'
import { placeOf } from './placeOf'

const [TRANSFER] = encodeEventTopics({ abi: tokenEventAbi, eventName: 'Transfer' })
const [KEEPER_PAID] = encodeEventTopics({ abi: poolKeeperEventAbi, eventName: 'KeeperPaid' })
const [CREATED] = encodeEventTopics({ abi: leveragedPoolEventAbi, eventName: 'PoolInitialized' })
const OWN_COMMITTER_TOPICS = poolCommitterEventAbi
  .filter(({ name }) => name !== 'ExecutedCommitsForInterval')
  .map((event) => toEventSelector(event))
const FARM_TOPICS = farmAbi
  .filter((item) => item.type === 'event')
  .map((event) => toEventSelector(event))

/**
 * What an account did in some pools in a range of blocks, oldest first: commits, claims, transfers of pool tokens and LP tokens,
 * stakes, payouts and keeper rewards; and where a pool was created. Two requests for all pools, as every one of these logs has the account as its first or second indexed argument,
 * and the creation of a pool has its long token as the first; a third where the account has claimed, for the settlement tokens that came with it.
 *
 * @param readMany Remembers how many contracts the RPC takes at once
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readAccountWindow(
  client: Client,
  pools: readonly AccountContracts[],
  account: Address,
  window: BlockRange,
  signal: AbortSignal,
  readMany: ReadManyLogs = createManyLogsReader(),
): Promise<AccountEntry[]> {
  const contracts = indexContracts(pools)
  const own = [pad(account.toLowerCase() as Address)]
  const [byFirst, bySecond] = await Promise.all([
    readMany(
      client,
      [
        ...contracts.committers.keys(),
        ...contracts.tokens.keys(),
        ...contracts.farms,
        ...pools.map(({ pool }) => pool),
      ] as Address[],
      [
        [
          ...OWN_COMMITTER_TOPICS,
          TRANSFER,
          CREATED,
          ...(contracts.farms.length > 0 ? FARM_TOPICS : []),
        ],
        [...own, ...pools.map(({ longToken }) => pad(longToken.toLowerCase() as Address))],
      ],
      window,
      signal,
    ),
    readMany(
      client,
      [...new Set([...contracts.tokens.keys(), ...contracts.keepers.keys()])] as Address[],
      [[TRANSFER, KEEPER_PAID], [], own],
      window,
      signal,
    ),
  ])
  const ofAccount = byFirst.filter(({ topics: [, first] }) => first?.toLowerCase() === own[0])
  const moved = [
    ...toTransferEntries(ofAccount, contracts, 'sent'),
    ...toTransferEntries(bySecond, contracts, 'received'),
  ]
  const entries = [
    ...toCreations(byFirst, pools),
    ...toCommitterEntries(ofAccount, contracts),
    ...pairStakes(moved, ofAccount, pools),
    ...toRewards(bySecond, contracts),
  ].sort(byPlace)
  const claims = entries.filter(({ kind }) => kind === 'claim')
  const [first] = claims
  const last = claims.at(-1)
  if (first === undefined || last === undefined) return entries
  const range = { fromBlock: first.blockNumber, toBlock: last.blockNumber }
  const payers = new Set(claims.map(({ pool }) => pool))
  const claimed = pools.filter(({ pool }) => payers.has(pool))
  const payouts = await readMany(
    client,
    [...new Set(claimed.map(({ settlementToken }) => settlementToken))],
    [[TRANSFER], claimed.map(({ pool }) => pad(pool.toLowerCase() as Address)), own],
    range,
    signal,
  )
  return [...entries, ...toSettlementPayouts(payouts, claimed)].sort(byPlace)
}

interface TokenOfPool extends AccountContracts {
  readonly side: 'long' | 'short' | 'lp'
  readonly lp?: Address
}

/** By address in lower case; where several pools name the same contract, it is the first one's. */
interface ContractsIndex {
  readonly committers: ReadonlyMap<string, AccountContracts>
  readonly tokens: ReadonlyMap<string, TokenOfPool>
  readonly farms: readonly Address[]
  /** The pools that each keeper may pay for. */
  readonly keepers: ReadonlyMap<string, ReadonlyMap<string, AccountContracts>>
}

function indexContracts(pools: readonly AccountContracts[]): ContractsIndex {
  const committers = new Map<string, AccountContracts>()
  const tokens = new Map<string, TokenOfPool>()
  const keepers = new Map<string, Map<string, AccountContracts>>()
  for (const contracts of pools) {
    const committer = contracts.committer.toLowerCase()
    if (!committers.has(committer)) committers.set(committer, contracts)
    for (const side of ['long', 'short'] as const) {
      const token = contracts[`${side}Token`].toLowerCase()
      if (!tokens.has(token)) tokens.set(token, { ...contracts, side })
    }
    for (const { address: lp } of contracts.venues?.lps ?? [])
      if (!tokens.has(lp.toLowerCase()))
        tokens.set(lp.toLowerCase(), { ...contracts, side: 'lp', lp })
    for (const address of contracts.keepers) {
      const keeper = address.toLowerCase()
      const paid = keepers.get(keeper) ?? new Map<string, AccountContracts>()
      keepers.set(keeper, paid.set(contracts.pool.toLowerCase(), contracts))
    }
  }
  const farms = pools.flatMap(({ venues }) => venues?.farms.map(({ address }) => address) ?? [])
  return { committers, tokens, farms, keepers }
}

type MinedLog = Log<bigint, number, false>

/** Of a pool that no known factory made nothing is believed: it could say anything of itself. */
function toCreations(
  logs: readonly MinedLog[],
  pools: readonly AccountContracts[],
): AccountEntry[] {
  const created = new Map(
    pools
      .filter(({ isCreationLogged }) => isCreationLogged)
      .map(({ pool }) => [pool.toLowerCase(), pool]),
  )
  return logs.flatMap((log): AccountEntry[] => {
    const pool = log.topics[0] === CREATED ? created.get(log.address.toLowerCase()) : undefined
    return pool === undefined ? [] : [{ ...placeOf(pool, log), kind: 'created' }]
  })
}

function toCommitterEntries(
  logs: readonly MinedLog[],
  { committers }: ContractsIndex,
): AccountEntry[] {
  return parseLogs({ abi: poolCommitterEventAbi, logs }).flatMap((log): AccountEntry[] => {
    const pool = committers.get(log.address.toLowerCase())?.pool
    if (pool === undefined) return []
    const place = placeOf(pool, log)
    if (log.eventName === 'Claim') return [{ ...place, kind: 'claim' }]
    if (log.eventName !== 'CreateCommit') return []
    const commit = toAccountCommit(pool, log)
    return commit === undefined ? [] : [{ ...place, ...commit, kind: 'commit' }]
  })
}

function toTransferEntries(
  logs: readonly MinedLog[],
  { tokens }: ContractsIndex,
  kind: 'received' | 'sent',
): AccountEntry[] {
  return parseLogs({ abi: tokenEventAbi, eventName: 'Transfer', logs }).flatMap(
    (log): AccountEntry[] => {
      const token = tokens.get(log.address.toLowerCase())
      if (token === undefined) return []
      const { from, to, value } = log.args
      const other = kind === 'sent' ? to : from
      if (isAddressEqual(from, to) || value === 0n) return []
      const place = placeOf(token.pool, log)
      const { side, lp } = token
      if (side === 'lp') return [{ ...place, kind, side, lp, tokens: value, other }]
      // What the pool takes in a burn its commits say.
      if (isAddressEqual(other, zeroAddress)) return []
      // Nothing but a person's own transfer takes tokens to the pool, which has no use for them.
      if (kind === 'received' && isAddressEqual(other, token.pool))
        return [{ ...place, kind: 'payout', of: side, amount: value }]
      return [{ ...place, kind, side, tokens: value, other }]
    },
  )
}

function toRewards(logs: readonly MinedLog[], { keepers }: ContractsIndex): AccountEntry[] {
  return parseLogs({
    abi: poolKeeperEventAbi,
    eventName: 'KeeperPaid',
    logs,
  }).flatMap((log): AccountEntry[] => {
    // A keeper that is none of the pool's can say anything of it.
    const paid = keepers.get(log.address.toLowerCase())
    const contracts = paid?.get(log.args._pool.toLowerCase())
    if (contracts === undefined) return []
    return [{ ...placeOf(contracts.pool, log), kind: 'reward', amount: log.args.reward }]
  })
}

function toSettlementPayouts(
  logs: readonly MinedLog[],
  pools: readonly AccountContracts[],
): AccountEntry[] {
  return parseLogs({ abi: tokenEventAbi, eventName: 'Transfer', logs }).flatMap(
    (log): AccountEntry[] => {
      const { from, value } = log.args
      const payer = pools.find(
        ({ pool, settlementToken }) =>
          isAddressEqual(pool, from) && isAddressEqual(settlementToken, log.address),
      )
      if (payer === undefined || value === 0n) return []
      return [{ ...placeOf(payer.pool, log), kind: 'payout', of: 'settlement', amount: value }]
    },
  )
}
