import { parseUnits } from 'viem'
import { sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction } from '../devnet/transactions'
import { addressOf } from './addressOf'
import { passUpkeeps } from './chainState'
import { type AppPage, expect, test } from './fixtures'
import { behave } from './misbehave'
import { untilCommitted } from './sending'
import { RPC_PATH } from './serveApp'
import { blocksPass } from './shownBlock'

test.use({ pace: { keeper: false } })

const FAILING = /Alice · devnet can read the chain instead\./
const READING = /^Reading through Alice · devnet: figures come from your wallet’s RPC\./

async function cutRpc({ page }: AppPage): Promise<void> {
  await page.route(`**${RPC_PATH}`, (route) => route.abort())
}

/** Asks of each method that went to a person's wallet since the page was loaded. */
function askedOf(
  { page }: AppPage,
  person: string,
): Promise<readonly { method: string; params?: unknown[] }[]> {
  return page.evaluate((name) => {
    const { devnetWallets } = window as unknown as {
      devnetWallets: Record<string, { requests: { method: string; params?: unknown[] }[] }>
    }
    return devnetWallets[name]?.requests ?? []
  }, person)
}

test('without any RPC a person reads through their wallet, commits, follows it to its end, and goes back', async ({
  app,
  devnet,
}) => {
  test.setTimeout(150_000)
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  await sendAndWait(devnet.client, approveTransaction(alice, market, parseUnits('25', 6)))
  await cutRpc(app)
  await app.open(`/pool/${market.pool}`)
  await expect(
    page.getByText('Connect a browser wallet to read the chain through it.'),
  ).toBeVisible()
  await app.returnAs('Alice')
  await app.open(`/pool/${market.pool}`)
  const start = page.getByRole('button', { name: 'Read through Alice · devnet' })
  await expect(page.getByText(FAILING)).toBeVisible()
  // Nothing was asked of the wallet before the click.
  expect((await askedOf(app, 'Alice')).map(({ method }) => method)).not.toContain('eth_call')
  await start.click()

  await expect(page.getByText(READING)).toBeVisible()
  await expect(page.getByRole('heading', { name: market.name })).toBeVisible()
  await blocksPass(page, 2)
  await page.getByLabel('Amount').fill('25')
  await page.getByRole('button', { name: /^Mint (long|short|both sides)$/ }).click()
  await untilCommitted(page)
  await passUpkeeps(devnet, market, 2)
  await expect(page.getByText(`Order executed in ${market.name}. Ready to claim.`)).toBeVisible()
  const asked = await askedOf(app, 'Alice')
  // No state override, and one thing to confirm.
  const calls = asked.filter(({ method }) => method === 'eth_call')
  expect(calls.length).toBeGreaterThan(3)
  expect(calls.filter(({ params }) => params?.[2] !== undefined)).toEqual([])
  expect(app.sendRequests()).toBe(1)

  await behave(page)
  await expect(
    page.getByText('The app’s RPCs are responding again. Figures come from them.'),
  ).toBeVisible({
    timeout: 60_000,
  })
  const before = (await askedOf(app, 'Alice')).length
  await blocksPass(page, 2)
  expect((await askedOf(app, 'Alice')).slice(before).map(({ method }) => method)).not.toContain(
    'eth_call',
  )
  await page.getByRole('banner').getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText(/responding again/)).toHaveCount(0)
})

test('another account, another network, and a person’s own wish end it, each with its sentence', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.open()
  await expect(page.getByText(/^block \d+/)).toBeVisible()
  await cutRpc(app)
  const start = page.getByRole('button', { name: 'Read through Alice · devnet' })
  const reading = page.getByText(READING)
  const begin = async () => {
    await start.click()
    await expect(reading).toBeVisible()
    await blocksPass(page, 1)
  }
  await begin()
  await page.getByRole('button', { name: 'Use the app’s RPCs' }).click()
  await expect(reading).toHaveCount(0)

  await begin()
  await app.wallet('Alice', 'switchAccount', addressOf(devnet, 'Bob'))
  await expect(page.getByText(/^You switched accounts, so the app no longer reads/)).toBeVisible()

  await begin()
  await app.wallet('Alice', 'switchChain', 1)
  await expect(
    page.getByText(/^Your wallet switched networks, so the app no longer reads/),
  ).toBeVisible()
  await expect(
    page.getByText(/Switch your wallet to .+ to read the chain through it\./),
  ).toBeVisible()
  await expect(start).toHaveCount(0)
  await app.wallet('Alice', 'switchChain', devnet.deployment.chainId)

  await begin()
  await app.wallet('Alice', 'disconnect')
  await expect(
    page.getByText(/^Your wallet disconnected, so the app no longer reads/),
  ).toBeVisible()
})
