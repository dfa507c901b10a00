import { quadToWad } from '../../../analytics/poolFigures'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolFacts } from '../../../chain/poolRegistry'
import { formatPlain } from '../../../format/formatAmount'

const COLUMNS = [
  'time_utc',
  'block',
  'transaction',
  'index_before',
  'index_after',
  'long_change',
  'short_change',
  'long_fee',
  'short_fee',
  'long_price',
  'short_price',
  'long_balance',
  'short_balance',
  'balances_exact',
  'keeper',
  'reward',
] as const

/** The upkeeps since a time as CSV, newest first: every number in full, none with separators. */
export function toCsv(
  facts: PoolFacts,
  upkeeps: readonly UpkeepRecord[],
  sinceSec: number,
): string {
  const { decimals } = facts.settlementToken
  const amount = (value: bigint | undefined) =>
    value === undefined ? '' : formatPlain(value, decimals)
  const wad = (value: bigint | undefined) => (value === undefined ? '' : formatPlain(value, 18))
  const rows = upkeeps
    .filter(({ timestampSec }) => Number(timestampSec) >= sinceSec)
    .map((upkeep) => {
      const prices = upkeep.executed.at(-1)?.prices
      return [
        new Date(Number(upkeep.timestampSec) * 1_000).toISOString(),
        upkeep.blockNumber.toString(),
        upkeep.transactionHash,
        wad(upkeep.startPriceWad),
        wad(upkeep.endPriceWad),
        amount(upkeep.rebalance?.longBalanceChange),
        amount(upkeep.rebalance?.shortBalanceChange),
        amount(upkeep.rebalance?.longFeeAmount),
        amount(upkeep.rebalance?.shortFeeAmount),
        wad(prices && quadToWad(prices.longPrice)),
        wad(prices && quadToWad(prices.shortPrice)),
        amount(upkeep.balances?.longBalance),
        amount(upkeep.balances?.shortBalance),
        upkeep.balances === undefined ? '' : String(upkeep.balances.exact),
        upkeep.payment?.keeper ?? '',
        amount(upkeep.payment?.isPaid === true ? upkeep.payment.rewardWei : undefined),
      ].join(',')
    })
  return `${COLUMNS.join(',')}\n${rows.join('\n')}\n`
}

/** Hands the CSV to the visitor as a file. */
export function downloadCsv(
  facts: PoolFacts,
  upkeeps: readonly UpkeepRecord[],
  sinceSec: number,
): void {
  const file = new Blob([toCsv(facts, upkeeps, sinceSec)], { type: 'text/csv' })
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = `rebalances-${facts.address}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
