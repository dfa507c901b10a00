import { parseEther } from 'viem'
import { getBalance } from 'viem/actions'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { type AppPage, expect, test } from './fixtures'
import { CROOKED_MARKET, fillAllFields, ODD_AMOUNT, placeOrder, TOKENS } from './ticketOrders'

/** Orders by their links, of every action; `projectionMet.devnet.test.ts` has all commit types from both sources. */
const ORDERS = {
  wallet: [
    'action=mint&side=long&claim=0.001',
    'action=burn&side=short',
    'action=flip&side=long',
    'action=straddle',
  ],
  escrow: ['action=mint&side=short', 'action=burn&side=long', 'action=flip&side=short'],
} as const

for (const source of ['wallet', 'escrow'] as const)
  test(`what the ticket projections is what comes, to the wei: every action, ${source}`, async ({
    app,
    devnet,
  }) => {
    const market = marketOf(devnet, CROOKED_MARKET)
    const person = source === 'wallet' ? 'Bob' : 'Carol'
    await fillAllFields(devnet, market, person)
    await app.returnAs(person)
    await app.openPool(market)
    for (const order of ORDERS[source]) {
      await passUpkeeps(devnet, market, 1)
      const link = `${order}&from=${source}&${ODD_AMOUNT}`
      expect(await placeAndCompare(app, devnet, market, person, link), order).toBe(true)
    }
  })

test('an order from escrow and wallet both comes to what was projected, too', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, CROOKED_MARKET)
  await fillAllFields(devnet, market, 'Alice')
  await app.returnAs('Alice')
  await app.openPool(market)
  await passUpkeeps(devnet, market, 1)
  const all = 'action=burn&from=both&unit=percent&amount=100'
  expect(await placeAndCompare(app, devnet, market, 'Alice', all)).toBe(true)
  const left = await holdingsOf(devnet, market, addressOf(devnet, 'Alice'))
  expect(left.long + left.escrow.longTokens).toBe(0n)
})

test('an offered claim is paid with the commit, and the projection holds', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, CROOKED_MARKET)
  const { autoClaim } = devnet.deployment.contracts
  const before = await getBalance(devnet.client, { address: autoClaim })
  await passUpkeeps(devnet, market, 1)
  await app.returnAs('Alice')
  await app.openPool(market)
  const link = `${ODD_AMOUNT}&claim=0.0023`
  expect(await placeAndCompare(app, devnet, market, 'Alice', link)).toBe(true)
  const after = await getBalance(devnet.client, { address: autoClaim })
  expect(after - before).toBe(parseEther('0.0023'))
})

/** Sends the order of a link, lets its upkeep happen, and compares the escrow with what had been projected. */
async function placeAndCompare(
  app: AppPage,
  devnet: Devnet,
  market: DeployedMarket,
  person: string,
  order: string,
): Promise<boolean> {
  const escrow = async () => (await holdingsOf(devnet, market, addressOf(devnet, person))).escrow
  const projection = await placeOrder(app, devnet, market, order)
  const before = await escrow()
  await passUpkeeps(devnet, market, 1)
  const after = await escrow()
  expect(TOKENS.map((name) => after[name] - before[name])).toEqual(TOKENS.map((n) => projection[n]))
  return TOKENS.some((name) => projection[name] > 0n)
}
