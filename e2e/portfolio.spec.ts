import { parseUnits } from 'viem'
import { readContract } from 'viem/actions'
import { marketOf } from '../devnet/marketOf'
import { leveragedPoolAbi } from '../devnet/protocolAbi'
import { erc20Abi } from '../src/chain/abi'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { expect, test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { commit, nextUpkeep, supply } from './orders'

test.use({ pace: { keeper: false } })

test('adds up wallet, escrow and queue as the chain has them, and claims from every market, one after the other', async ({
  app,
  devnet,
}) => {
  // axe in every look takes its time on a busy machine.
  test.setTimeout(180_000)
  const alice = addressOf(devnet, 'Alice')
  const { page } = app
  const markets = ['1-BTC/USD+USDC', '1-ETH/USD+USDC'].map((name) => marketOf(devnet, name))
  for (const market of markets) {
    await supply(devnet, market, alice, '200')
    await nextUpkeep(devnet, market)
    await commit(devnet, market, alice, { type: CommitType.LongMint, amountWei: 12_345_678n })
    await nextUpkeep(devnet, market)
    await commit(devnet, market, alice, { type: CommitType.ShortBurn, amountWei: 3_000_001n })
  }
  const held = await Promise.all(
    markets.map(async (market) => {
      const { settlement, long, short, escrow } = await holdingsOf(devnet, market, alice)
      const pool = { address: market.pool, abi: leveragedPoolAbi } as const
      const [shortBalance, longBalance] = await readContract(devnet.client, {
        ...pool,
        functionName: 'balances',
      })
      const supplyOf = (address: typeof market.longToken) =>
        readContract(devnet.client, { address, abi: erc20Abi, functionName: 'totalSupply' })
      const longSupply = await supplyOf(market.longToken)
      // Burned at the commit, and still the account's until it executes.
      const shortSupply = (await supplyOf(market.shortToken)) + 3_000_001n
      const worth = (longs: bigint, shorts: bigint) =>
        (longs * longBalance) / longSupply + (shorts * shortBalance) / shortSupply
      return {
        settlement,
        wallet: worth(long, short),
        escrow:
          escrow.settlementTokens + worth(escrow.longTokens, 0n) + worth(0n, escrow.shortTokens),
        queued: worth(0n, 3_000_001n),
      }
    }),
  )
  const sum = (part: 'wallet' | 'escrow' | 'queued') =>
    held.reduce((total, market) => total + market[part], 0n)
  const free = held[0]?.settlement ?? 0n
  expect(sum('escrow')).toBeGreaterThan(0n)

  await app.returnAs('Alice')
  await app.open('/portfolio')
  const totals = page.getByRole('region', { name: 'Total' })
  const cells = totals.getByRole('row', { name: /^USDC/ }).getByRole('cell')
  const expected = [free, sum('wallet'), sum('escrow'), sum('queued')]
  const total = totals.getByRole('paragraph').first()
  for (const [place, value] of [
    ...expected.map((value, index) => [cells.nth(index), value] as const),
    [total, expected.reduce((a, b) => a + b)] as const,
  ])
    await expect
      .poll(async () =>
        parseUnits(
          ((await place.locator('[data-tip]').first().getAttribute('data-tip')) ?? '').replaceAll(
            ',',
            '',
          ),
          6,
        ),
      )
      .toBe(value)
  await expect(page.getByRole('region', { name: 'Pending commits' })).toContainText('Burn short')

  await expectAccessibleInAllLooks(page)

  const before = await Promise.all(markets.map((market) => holdingsOf(devnet, market, alice)))
  await page.getByRole('button', { name: 'Claim all 2' }).click()
  await expect(page.getByText(/1 more to go|Last one/)).toBeVisible()
  for (const [index, market] of markets.entries()) {
    const { long, escrow } = before[index] ?? { long: 0n, escrow: { longTokens: 0n } }
    await expect
      .poll(async () => (await holdingsOf(devnet, market, alice)).long)
      .toBe(long + escrow.longTokens)
  }
  await expect(page.getByText(/more to go|Last one/)).toHaveCount(0)
  expect(app.sendRequests()).toBe(2)
})

test('claiming from all stops at a refusal, and says what has happened', async ({
  app,
  devnet,
}) => {
  const bob = addressOf(devnet, 'Bob')
  const { page } = app
  for (const name of ['1-BTC/USD+USDC', '1-ETH/USD+USDC']) {
    const market = marketOf(devnet, name)
    await supply(devnet, market, bob, '100')
    await nextUpkeep(devnet, market)
    await commit(devnet, market, bob, { type: CommitType.LongMint, amountWei: 1_000_000n })
    await nextUpkeep(devnet, market)
  }
  await app.returnAs('Bob')
  await app.open('/portfolio')
  await app.wallet('Bob', 'rejectNext')
  await page.getByRole('button', { name: 'Claim all 2' }).click()
  await expect(
    page.getByText(/Stopped at .*No further transactions will be requested/),
  ).toBeVisible()
  expect(app.sendRequests()).toBe(0)
})

test('watches any address without a wallet, read only', async ({ app, devnet }) => {
  const dora = addressOf(devnet, 'Dora')
  const { page } = app
  await app.open('/portfolio')
  await page.getByLabel('Watch an address').fill(dora)
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`account=${dora}`))
  await expect(page.getByText(/You’re watching 0x/)).toBeVisible()
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const card = page.getByRole('region', { name: market.name })
  await expect(card).toBeVisible()
  await expect(page.getByRole('button', { name: /^Claim/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Connect a wallet to see your positions')).toBeVisible()

  await app.open('/portfolio?account=0x12')
  await expect(page.getByText('“0x12” isn’t a valid address.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByText('Connect a wallet to see your positions')).toBeVisible()
  await expect(page.getByLabel('Watch an address')).toHaveValue('')
  await app.open(`/portfolio?account=${addressOf(devnet, 'Newcomer')}`)
  await expect(page.getByText('No positions yet')).toBeVisible()
})
