import { describe, expect, it } from 'vitest'
import type { ExecutionRow, HistoryRow } from '../../chain/accountHistory/historyRow'
import { CommitType } from '../../protocol/commitType'
import { div, fromUInt, ONE } from '../../protocol/quad'
import { type ExportFormat, type ExportScope, toExportFile } from './toExportFile'
import type { ExportFacts } from './toExportLines'

const POOL = '0x00000000000000000000000000000000000000A1'
const FRIEND = '0x00000000000000000000000000000000000000f1'
const hash = (digit: string) => `0x${digit.repeat(64)}` as const
const COMMIT = hash('c')
const EXECUTION = hash('e')
const SEC = 1_767_225_661n // 2026-01-01T00:01:01Z

const facts = (symbol = 'USDC', decimals = 6): ExportFacts => ({
  address: POOL,
  name: '3-ETH/USD',
  settlementToken: { address: hash('1').slice(0, 42) as `0x${string}`, symbol, decimals },
  longToken: { address: hash('2').slice(0, 42) as `0x${string}`, symbol: '3L-ETH/USD', decimals },
  shortToken: { address: hash('3').slice(0, 42) as `0x${string}`, symbol: '3S-ETH/USD', decimals },
})

const place = {
  pool: POOL,
  blockNumber: 77n,
  blockHash: hash('b'),
  transactionHash: EXECUTION,
  logIndex: 3,
  timestampSec: SEC,
} as const

function execution(results: ExecutionRow['results']): ExecutionRow {
  const prices = { longPrice: div(ONE, fromUInt(8n)), shortPrice: fromUInt(3n) }
  return { ...place, kind: 'execution', updateIntervalId: 57n, prices, results }
}

const result = (commitType: CommitType, spent: bigint, received: bigint | undefined) => ({
  commitType,
  spent,
  received,
  mintingFee: 0n,
  burningFee: 0n,
  flipMintingFee: 0n as bigint | undefined,
  commits: [{ transactionHash: COMMIT }],
})

const mintResult = { ...result(CommitType.LongMint, 9_990_000n, 79_920_000n), mintingFee: 10_000n }
const burnResult = { ...result(CommitType.ShortBurn, 2_000_000n, 5_940_000n), burningFee: 60_000n }
const flipResult = {
  ...result(CommitType.LongBurnShortMint, 8_000_000n, 333_000n),
  burningFee: 500n,
  flipMintingFee: 500n,
}

const ROWS: readonly HistoryRow[] = [
  execution([mintResult, burnResult]),
  {
    ...place,
    transactionHash: COMMIT,
    kind: 'mint',
    commitType: CommitType.LongMint,
    amount: 10_000_000n,
    mintingFee: 10_000n,
    updateIntervalId: 57n,
    isFromEscrow: false,
    execution: { blockNumber: 77n, transactionHash: EXECUTION },
  },
  { ...place, kind: 'claim', longTokens: 1n, shortTokens: 0n, settlementTokens: 2_500_000n },
  { ...place, kind: 'sent', side: 'short', tokens: 123_456_789_012_345_678n, other: FRIEND },
  { ...place, kind: 'received', side: 'long', tokens: 1n, other: FRIEND },
  { ...place, kind: 'reward', amount: 123_456n },
]

const token = (symbol: string) => ({ address: FRIEND, symbol, decimals: 18 }) as const
const liquidity = {
  ...place,
  lp: POOL,
  lpTokens: 7n * 10n ** 18n,
  amounts: [
    { of: 'long', amount: 4_000_000n },
    { of: 'other', token: token('WETH'), amount: 5n * 10n ** 18n },
  ],
} as const
const OUTSIDE: readonly HistoryRow[] = [
  {
    ...place,
    kind: 'swap',
    given: { of: 'settlement', amount: 100_000_000n },
    received: { of: 'long', amount: 99_000_000n },
    prices: { updateIntervalId: 56n, blockNumber: 70n, longPrice: ONE, shortPrice: fromUInt(3n) },
  },
  { ...place, kind: 'stake', side: 'short', tokens: 2_000_000n, farm: FRIEND },
  { ...place, kind: 'unstake', side: 'lp', lp: POOL, tokens: 3n, farm: FRIEND },
  { ...place, kind: 'farmReward', farm: FRIEND, token: token('TCR'), amount: 15n * 10n ** 17n },
  { ...liquidity, kind: 'join' },
  { ...liquidity, kind: 'exit' },
]

function fileOf(format: ExportFormat, rows = ROWS, change: Partial<ExportScope> = {}) {
  return toExportFile(format, rows, {
    account: FRIEND,
    chainId: 42161,
    factsOf: () => facts(),
    fromBlock: 5n,
    toBlock: 99n,
    isWhole: true,
    unreadMarkets: [],
    ...change,
  })
}

/** A CSV as a spreadsheet reads it. */
function parseCsv(text: string): Record<string, string>[] {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      ),
    )
  const [head = [], ...rest] = lines
  return rest.map((cells) =>
    Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])),
  )
}

describe('the history as CSV and JSON', () => {
  it('has every digit of every number, and a line for each part', () => {
    const lines = parseCsv(fileOf('csv').text)
    expect(
      lines.map(({ kind, action, amount, result_amount: got }) => [kind, action, amount, got]),
    ).toEqual([
      ['execution', 'mint_long', '9.99', '79.92'],
      ['execution', 'burn_short', '2', '5.94'],
      ['commit', 'mint_long', '10', ''],
      ['claim', '', '0.000001', ''],
      ['claim', '', '2.5', ''],
      ['transfer', 'sent', '123456789012.345678', ''],
      ['transfer', 'received', '0.000001', ''],
      ['keeper_reward', '', '0.123456', ''],
    ])
    expect(lines[0]).toMatchObject({
      time_utc: '2026-01-01T00:01:01.000Z',
      market: '3-ETH/USD',
      market_address: POOL,
      interval: '57',
      token: 'USDC',
      result_token: '3L-ETH/USD',
      long_price: '0.125',
      short_price: '3',
      transaction: EXECUTION,
      other_transactions: COMMIT,
      block: '77',
    })
    expect(lines[1]).toMatchObject({ burning_fee: '0.06', fee_token: 'USDC', minting_fee: '' })
    expect(lines[2]).toMatchObject({
      minting_fee: '0.01',
      status: 'executed',
      from_escrow: 'false',
    })
  })

  it('is the same in both', () => {
    const { text, type, name } = fileOf('json')
    const json = JSON.parse(text) as { entries: Record<string, string>[] } & Record<string, unknown>
    expect({ type, name }).toEqual({ type: 'application/json', name: `history-${FRIEND}.json` })
    expect(json).toMatchObject({ from_block: '5', to_block: '99', is_complete: true })
    const filled = (lines: Record<string, string>[]) =>
      lines.map((line) =>
        Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '')),
      )
    expect(filled(json.entries)).toEqual(filled(parseCsv(fileOf('csv').text)))
    for (const entry of json.entries)
      for (const value of Object.values(entry)) expect(typeof value).toBe('string')
  })

  it('has stakes, rewards of farms, swaps and liquidity as kinds of their own', () => {
    const lines = parseCsv(fileOf('csv', OUTSIDE).text)
    expect(
      lines.map((line) => [
        line.kind,
        line.amount,
        line.token,
        line.result_amount,
        line.result_token,
        line.counterparty,
      ]),
    ).toEqual([
      ['swap', '100', 'USDC', '99', '3L-ETH/USD', ''],
      ['stake', '2', '3S-ETH/USD', '', '', FRIEND],
      ['unstake', '0.000000000000000003', 'LP', '', '', FRIEND],
      ['farm_reward', '1.5', 'TCR', '', '', FRIEND],
      ['liquidity_added', '4', '3L-ETH/USD', '7', 'LP', POOL],
      ['liquidity_added', '5', 'WETH', '', '', POOL],
      ['liquidity_removed', '7', 'LP', '4', '3L-ETH/USD', POOL],
      ['liquidity_removed', '', '', '5', 'WETH', POOL],
    ])
    // A swap stands beside the prices of the rebalance that its premium is measured from.
    expect(lines[0]).toMatchObject({ interval: '56', long_price: '1', short_price: '3' })
  })

  it('says in its name when older history is missing', () => {
    const names = (['csv', 'json', 'koinly'] as const).map(
      (format) => fileOf(format, ROWS, { isWhole: false }).name,
    )
    expect(names).toEqual([
      `history-${FRIEND}-partial.csv`,
      `history-${FRIEND}-partial.json`,
      `koinly-${FRIEND}-partial.csv`,
    ])
  })

  it('lists the markets that couldn’t be loaded, and isn’t complete without them', () => {
    const json = JSON.parse(fileOf('json', ROWS, { unreadMarkets: [POOL] }).text)
    expect(json).toMatchObject({ is_complete: false, markets_not_loaded: [POOL] })
  })

  it('runs no formula that a token has for a name', () => {
    const factsOf = () => ({ ...facts('=HYPERLINK("http://x")'), name: '@evil' })
    for (const format of ['csv', 'koinly'] as const) {
      const lines = parseCsv(fileOf(format, ROWS, { factsOf }).text)
      for (const line of lines)
        for (const cell of Object.values(line)) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      expect(JSON.stringify(lines)).toContain("'=HYPERLINK")
    }
  })

  it('cuts prices at 18 decimals', () => {
    const prices = { longPrice: div(ONE, fromUInt(3n)), shortPrice: fromUInt(3n) }
    const [line] = parseCsv(fileOf('csv', [{ ...execution([mintResult]), prices }]).text)
    expect(line).toMatchObject({ long_price: '0.333333333333333333', short_price: '3' })
  })

  it('leaves open what is not known', () => {
    const open = { ...flipResult, received: undefined, flipMintingFee: undefined }
    const [unknown, waiting] = parseCsv(
      fileOf('csv', [execution(undefined), execution([open])]).text,
    )
    expect(unknown).toMatchObject({ status: 'unknown', amount: '', result_amount: '' })
    expect(waiting).toMatchObject({
      status: 'fee_open_until_claimed',
      amount: '8',
      result_amount: '',
      minting_fee: '',
    })
  })
})

describe('the file for Koinly', () => {
  it('has the columns of its universal template', () => {
    expect(fileOf('koinly').text.split('\n')[0]).toBe(
      'Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash',
    )
  })

  it('has trades at their execution, transfers and rewards, and neither commits nor claims', () => {
    const lines = parseCsv(fileOf('koinly').text)
    expect(lines.length).toBe(5)
    expect(lines[0]).toMatchObject({
      Date: '2026-01-01 00:01:01 UTC',
      'Sent Amount': '9.99',
      'Sent Currency': 'USDC',
      'Received Amount': '79.92',
      'Received Currency': '3L-ETH/USD',
      'Fee Amount': '0.01',
      'Fee Currency': 'USDC',
      TxHash: EXECUTION,
    })
    expect(lines[0]?.Description).toContain(COMMIT)
    expect(lines[0]?.Description).toContain(EXECUTION)
    expect(lines[0]?.Description).toMatch(/^Mint long in .+ \(0x[0-9a-fA-F]{40}\), interval 57/)
    // What is received less the fee is what came.
    expect(lines[1]).toMatchObject({
      'Sent Amount': '2',
      'Sent Currency': '3S-ETH/USD',
      'Received Amount': '6',
      'Fee Amount': '0.06',
    })
    expect(
      lines.slice(2).map((line) => [line['Sent Amount'], line['Received Amount'], line.Label]),
    ).toEqual([
      ['123456789012.345678', '', ''],
      ['', '0.000001', ''],
      ['', '0.123456', 'reward'],
    ])
  })

  it('has swaps as trades and rewards as income; stakes stay the account’s', () => {
    const lines = parseCsv(fileOf('koinly', OUTSIDE).text)
    expect(
      lines.map((line) => [
        line['Sent Amount'],
        line['Sent Currency'],
        line['Received Amount'],
        line['Received Currency'],
        line.Label,
      ]),
    ).toEqual([
      ['100', 'USDC', '99', '3L-ETH/USD', ''],
      ['', '', '1.5', 'TCR', 'reward'],
      ['4', '3L-ETH/USD', '', '', ''],
      ['5', 'WETH', '', '', ''],
      ['', '', '7', 'LP', ''],
      ['7', 'LP', '', '', ''],
      ['', '', '4', '3L-ETH/USD', ''],
      ['', '', '5', 'WETH', ''],
    ])
  })

  it('takes no fee for a flip, whose fees never were the account’s, and says them', () => {
    const [line] = parseCsv(fileOf('koinly', [execution([flipResult])]).text)
    expect(line).toMatchObject({
      'Sent Amount': '8',
      'Sent Currency': '3L-ETH/USD',
      'Received Amount': '0.333',
      'Received Currency': '3S-ETH/USD',
      'Fee Amount': '',
    })
    expect(line?.Description).toContain('fees 0.001 USDC')
  })

  it('counts the trades that it does not have', () => {
    const open = { ...flipResult, received: undefined, flipMintingFee: undefined }
    const rows = [execution(undefined), execution([open, mintResult])]
    const { text, missing } = fileOf('koinly', rows)
    expect(missing).toBe(2)
    expect(parseCsv(text).length).toBe(1)
  })

  it('never has a row without its time', () => {
    const untimed = { ...execution([mintResult]), timestampSec: undefined }
    expect(() => fileOf('koinly', [untimed])).toThrow(RangeError)
  })
})
