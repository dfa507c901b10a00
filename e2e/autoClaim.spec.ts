import type { Address } from 'viem'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, test } from './fixtures'
import {
  CROOKED_MARKET,
  fillAllFields,
  ODD_AMOUNT,
  type ProjectedAmounts,
  placeOrder,
  TOKENS,
} from './ticketOrders'

test.use({ pace: { claimBot: true } })

/** Some of each kind by their links; `projectionMet.devnet.test.ts` has all commit types. */
const ORDERS = {
  wallet: ['action=mint&side=long', 'action=burn&side=short'],
  escrow: ['action=mint&side=short', 'action=flip&side=long'],
} as const

for (const source of ['wallet', 'escrow'] as const)
  test(`with auto-claim a bot brings what was projected into the wallet, to the wei: ${source}`, async ({
    app,
    devnet,
  }) => {
    const market = marketOf(devnet, CROOKED_MARKET)
    const person = source === 'wallet' ? 'Bob' : 'Carol'
    const account = addressOf(devnet, person)
    if (source === 'wallet') await fillAllFields(devnet, market, person)
    await app.returnAs(person)
    await app.openPool(market)
    for (const order of ORDERS[source]) {
      // Each claim empties the escrow.
      if (source === 'escrow') await fillAllFields(devnet, market, person)
      await passUpkeeps(devnet, market, 1)
      const link = `${order}&from=${source}&${ODD_AMOUNT}&claim=0.001`
      const projection = await placeOrder(app, devnet, market, link)
      const before = await inWallet(devnet, market, account)
      const { escrow } = await holdingsOf(devnet, market, account)
      await passUpkeeps(devnet, market, 1)
      await expect
        .poll(async () => total((await holdingsOf(devnet, market, account)).escrow))
        .toBe(0n)
      const after = await inWallet(devnet, market, account)
      expect(
        TOKENS.map((name) => after[name] - before[name] - escrow[name]),
        order,
      ).toEqual(TOKENS.map((name) => projection[name]))
      expect(total(projection)).toBeGreaterThan(0n)
    }
  })

async function inWallet(devnet: Devnet, market: DeployedMarket, account: Address) {
  const { long, short, settlement } = await holdingsOf(devnet, market, account)
  return { longTokens: long, shortTokens: short, settlementTokens: settlement }
}

function total(amounts: ProjectedAmounts): bigint {
  return TOKENS.reduce((sum, name) => sum + amounts[name], 0n)
}
