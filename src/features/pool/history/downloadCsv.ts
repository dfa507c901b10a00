import { quadToWad } from '../../../analytics/poolFigures'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolFacts } from '../../../chain/poolFacts'
import { formatPlain } from '../../../format/formatAmount'
import { toCsvText } from '../../../format/toCsvText'
import { WAD_DECIMALS } from '../../../protocol/wad'
import { saveFile } from '../../../ui/saveFile'
import { poolSize, skewWad } from './series'

/** An averaged price is not the index's, and is not called so. */
const PRICE_COLUMNS = {
  spot: ['index_before', 'index_after'],
  sma: ['average_before', 'average_after'],
  unavailable: ['price_before', 'price_after'],
} as const

const COLUMNS = [
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
  'pool_size',
  'skew',
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
  const wad = (value: bigint | undefined) =>
    value === undefined ? '' : formatPlain(value, WAD_DECIMALS)
  const rows = upkeeps
    .filter(({ timestampSec }) => Number(timestampSec) >= sinceSec)
    .map((upkeep) => {
      const prices = upkeep.executed.at(-1)?.prices
      const { balances } = upkeep
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
        amount(balances?.longBalance),
        amount(balances?.shortBalance),
        balances === undefined ? '' : String(balances.exact),
        upkeep.payment?.keeper ?? '',
        amount(upkeep.payment?.isPaid === true ? upkeep.payment.rewardWei : undefined),
        amount(balances && poolSize(balances)),
        wad(balances && skewWad(balances)),
      ]
    })
  const columns = [
    'time_utc',
    'block',
    'transaction',
    ...PRICE_COLUMNS[facts.oracle.kind],
    ...COLUMNS,
  ]
  return toCsvText([columns, ...rows])
}

/** What the file is called: one that lacks rebalances of the time that was asked for says so. */
export function csvName({ address }: Pick<PoolFacts, 'address'>, isWhole: boolean): string {
  return `rebalances-${address}${isWhole ? '' : '-partial'}.csv`
}

/**
 * Hands the CSV to the visitor as a file.
 *
 * @param isWhole Everything since that time was read
 */
export function downloadCsv(
  facts: PoolFacts,
  upkeeps: readonly UpkeepRecord[],
  sinceSec: number,
  isWhole: boolean,
): void {
  saveFile(csvName(facts, isWhole), 'text/csv', toCsv(facts, upkeeps, sinceSec))
}
