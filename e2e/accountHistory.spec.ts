import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { formatUnits, parseAbiItem } from 'viem'
import { addressOf } from './addressOf'
import { expect, livedTest as test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { RPC_PATH } from './serveApp'

test.use({ pace: { keeper: false } })

const isRead = (page: Page) => page.getByText('Complete: no older events.')

async function linesOf(download: Download): Promise<Record<string, string>[]> {
  const [head = '', ...lines] = (await readFile(await download.path(), 'utf8'))
    .trimEnd()
    .split('\n')
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

test('lists what the account has done, keeps its filter and what it has read over a reload, and gives it as a file', async ({
  app,
  devnet,
}) => {
  const alice = addressOf(devnet, 'Alice')
  const { page } = app
  const commits = await devnet.client.getLogs({
    address: devnet.deployment.markets.map(({ committer }) => committer),
    event: parseAbiItem(
      'event CreateCommit(address indexed user, uint256 indexed amount, uint8 indexed commitType, uint256 appropriateUpdateIntervalId, bool fromAggregateBalance, bool payForClaim, bytes16 mintingFee)',
    ),
    args: { user: alice },
    fromBlock: 0n,
  })
  const mints = commits.filter(({ args }) => args.commitType === 0 || args.commitType === 2)
  expect(mints.length).toBeGreaterThan(1)
  expect(commits.length).toBeGreaterThan(mints.length)
  const windows: number[] = []
  page.on('request', (request) => {
    if (!request.url().includes(RPC_PATH)) return
    const from = /"fromBlock":"(0x[0-9a-f]+)"/.exec(request.postData() ?? '')?.[1]
    if (from !== undefined) windows.push(Number(from))
  })

  await app.returnAs('Alice')
  await app.open('/portfolio')
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  const head = Number(await devnet.client.getBlockNumber())
  expect(head - Math.min(...windows)).toBeGreaterThan(100)
  const entries = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('time') })
  await expect(entries.filter({ hasText: ': committed' })).toHaveCount(commits.length)
  await expectAccessibleInAllLooks(page)

  await page.getByLabel('Type', { exact: true }).selectOption('Mint')
  await expect(page).toHaveURL(/kind=mint/)
  // With the executions that say what became of them.
  const committed = entries.filter({ hasText: ': committed' })
  await expect(committed).toHaveCount(mints.length)
  expect(await entries.count()).toBeGreaterThan(mints.length)
  windows.length = 0
  await page.reload()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('Type', { exact: true })).toHaveValue('mint')
  await expect(committed).toHaveCount(mints.length)
  expect(Math.min(...windows)).toBeGreaterThan(head - 20)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`history-${alice}.csv`)
  const markets = new Map(
    devnet.deployment.markets.map((market) => [market.committer.toLowerCase(), market]),
  )
  const lines = await linesOf(download)
  const isCommit = ({ kind }: { readonly kind?: string }) => kind === 'commit'
  const executions = lines.filter((line) => !isCommit(line))
  expect(executions.length).toBeGreaterThan(0)
  for (const line of executions)
    expect(line).toMatchObject({
      kind: 'execution',
      result_amount: expect.stringMatching(/^[\d.]+$/),
    })
  expect(
    lines
      .filter(isCommit)
      .map(({ kind, market_address, amount, transaction }) => [
        kind,
        market_address,
        amount,
        transaction,
      ]),
  ).toEqual(
    mints
      .map(({ address, args, transactionHash }) => {
        const market = markets.get(address.toLowerCase())
        const decimals = market?.settlementSymbol === 'BAL' ? 18 : 6
        return ['commit', market?.pool, formatUnits(args.amount ?? 0n, decimals), transactionHash]
      })
      .reverse(),
  )
})
