import { type Log, parseEventLogs } from 'viem'
import { farmAbi } from '../staking/farmAbi'
import type { AccountContracts } from './accountContracts'
import type { AccountEntry, StakeEntry, TransferEntry } from './accountEntry'
import { placeOf } from './placeOf'

/**
 * Entries with stakes, withdrawals and rewards of known farms among them. A stake is one only together with the transfer of the
 * same amount between the account and the farm, and takes that transfer's place; without it, it says nothing.
 *
 * @param logs Of the account, in chain order
 */
export function pairStakes(
  entries: readonly AccountEntry[],
  logs: readonly Log<bigint, number, false>[],
  pools: readonly AccountContracts[],
): AccountEntry[] {
  const farms = new Map(
    pools.flatMap(({ pool, venues }) =>
      (venues?.farms ?? []).map((farm) => [farm.address.toLowerCase(), { ...farm, pool }] as const),
    ),
  )
  if (farms.size === 0) return [...entries]
  const transfers = new Set(
    entries.filter(
      (entry): entry is TransferEntry => entry.kind === 'sent' || entry.kind === 'received',
    ),
  )
  const paired = new Set<AccountEntry>()
  const found: AccountEntry[] = []
  const own = logs.filter(({ address }) => farms.has(address.toLowerCase()))
  for (const log of parseEventLogs({ abi: farmAbi, logs: [...own] })) {
    const farm = farms.get(log.address.toLowerCase())
    if (farm === undefined) continue
    const place = placeOf(farm.pool, log)
    const { address, rewardToken } = farm
    if (log.eventName === 'RewardPaid') {
      const { reward: amount } = log.args
      if (amount === 0n) continue
      found.push({ ...place, kind: 'farmReward', farm: address, token: rewardToken, amount })
      continue
    }
    const kind: StakeEntry['kind'] = log.eventName === 'Staked' ? 'stake' : 'unstake'
    const transfer = [...transfers].find(
      (entry) =>
        !paired.has(entry) &&
        entry.kind === (kind === 'stake' ? 'sent' : 'received') &&
        entry.transactionHash === log.transactionHash &&
        entry.other.toLowerCase() === address.toLowerCase() &&
        entry.tokens === log.args.amount &&
        entry.side === farm.of &&
        entry.lp?.toLowerCase() === farm.lp?.toLowerCase(),
    )
    if (transfer === undefined) continue
    paired.add(transfer)
    const { side, lp, tokens } = transfer
    const of = lp === undefined ? { side, tokens } : { side, lp, tokens }
    found.push({ ...place, kind, farm: address, ...of })
  }
  return [...entries.filter((entry) => !paired.has(entry)), ...found]
}
