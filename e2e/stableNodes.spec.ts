import type { Locator, Page, Response } from '@playwright/test'
import { parseUnits } from 'viem'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { type AppPage, expect, test } from './fixtures'
import { planLink } from './newMarket'
import { commit } from './orders'
import { untilSent } from './sending'
import { blocksPass, untilUpToDate } from './shownBlock'
import { findChanges, watchClickable } from './stableNodes'
import { CROOKED_MARKET, fillAllFields } from './ticketOrders'
import { storedFlows } from './visual/storedFlows'

// Rebalances happen when they are told to.
test.use({ pace: { keeper: false } })

interface Place {
  readonly route: (devnet: Devnet) => string
  /** There once the page is drawn as a whole. */
  readonly isThere: (page: Page) => Locator
  /** What a person opens there first. */
  readonly opens?: readonly string[]
  /** No one has performed the rebalances for so long when it is opened. */
  readonly lateSec?: number
}

const ETH_USD = 3_456.78
const poolOf = (devnet: Devnet, name = CROOKED_MARKET) => `/pool/${marketOf(devnet, name).pool}`
const twinLink = (devnet: Devnet) => planLink(devnet, { interval: '2 min', front: '30 s' })
const isListThere = (page: Page) => page.getByRole('link', { name: '3-ETH/USD+USDC' }).first()
const isPoolThere = (page: Page) => page.getByText(/^\d+ rebalances?\./)

/** Every page, for someone who has something everywhere. */
const PLACES: Readonly<Record<string, Place>> = {
  'the list': { route: () => '/?sort=-rate', isThere: isListThere },
  'the list, with rebalances due': { route: () => '/?flat', isThere: isListThere, lateSec: 400 },
  'a pool, with an order': {
    route: (devnet) => `${poolOf(devnet)}?action=mint&side=long&amount=25&claim=0.001`,
    isThere: isPoolThere,
    opens: ['Price, fees and impact', 'If the index moves', 'This interval vs. the next', 'Table'],
  },
  'a pool, with orders of all ends, late': {
    route: (devnet) => `${poolOf(devnet, '1-BTC/USD+USDC')}?action=straddle&from=both&amount=2`,
    isThere: isPoolThere,
    lateSec: 400,
  },
  'the portfolio': {
    route: () => '/portfolio',
    isThere: (page) => page.getByRole('heading', { name: 'Executed orders' }),
  },
  'the transactions': {
    route: () => '/transactions',
    isThere: (page) => page.getByRole('heading', { name: 'Recent transactions' }),
  },
  'the fees': {
    route: () => '/treasury',
    isThere: (page) => page.getByRole('link', { name: /^Market \d/ }).first(),
  },
  'the bridge': {
    route: () => '/bridge',
    isThere: (page) => page.getByRole('link', { name: /^Withdraw ETH/ }),
  },
  'a new market that exists already': {
    route: twinLink,
    isThere: (page) => page.getByRole('link', { name: 'Open market' }),
  },
}

/** Alice, with tokens, escrow and commits of each kind, and transactions of each end in this browser. */
async function comeIn({ page, ...app }: AppPage, devnet: Devnet, width: number) {
  const market = marketOf(devnet, CROOKED_MARKET)
  await page.setViewportSize({ width, height: 900 })
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), storedFlows(devnet))
  await fillAllFields(devnet, market, 'Alice')
  await app.openPool(market)
  await app.connect('Alice')
  return market
}

/** Puts something of Alice's into the queue, for the next rebalance. */
async function queue(devnet: Devnet) {
  await commit(devnet, marketOf(devnet, CROOKED_MARKET), addressOf(devnet, 'Alice'), {
    ...{ type: CommitType.LongBurn, amountWei: parseUnits('5', 18), fromEscrow: true },
  })
}

async function rebalance(devnet: Devnet) {
  await devnet.increaseTime(120)
  await devnet.upkeep()
}

for (const width of [390, 1440])
  test(`what can be clicked stays the same element over blocks and a rebalance, ${width} px`, async ({
    app,
    devnet,
  }) => {
    test.setTimeout(300_000)
    const { page } = app
    await comeIn(app, devnet, width)
    for (const [name, { route, isThere, opens = [], lateSec = 0 }] of Object.entries(PLACES))
      await test.step(name, async () => {
        await rebalance(devnet)
        await queue(devnet)
        await devnet.increaseTime(lateSec)
        await app.open(route(devnet))
        await expect(isThere(page)).toBeVisible({ timeout: 30_000 })
        for (const title of opens) await page.getByText(title, { exact: true }).click()
        await untilUpToDate(page, devnet)
        await blocksPass(page, 1)

        expect(await watchClickable(page)).toBeGreaterThan(9)
        for (const change of [0.4, 0.8, 0.2]) {
          // So little that no figures have to be confirmed again.
          await devnet.setPrice('ETH', ETH_USD + change)
          await untilUpToDate(page, devnet)
        }
        const calm = { replaced: [], disabled: [], moved: [] }
        expect.soft(await findChanges(page), `${name}, over blocks`).toEqual(calm)

        await watchClickable(page)
        await rebalance(devnet)
        await untilUpToDate(page, devnet)
        await blocksPass(page, 1)
        // What it has executed comes and goes, and so what is below moves.
        const { replaced, disabled } = await findChanges(page)
        expect
          .soft({ replaced, disabled }, `${name}, over a rebalance`)
          .toEqual({ replaced: [], disabled: [] })
      })
  })

test('a click has its effect though what it was started on changes or moves before its end', async ({
  app,
  devnet,
}) => {
  test.setTimeout(180_000)
  const { page } = app
  page.setDefaultTimeout(30_000)
  const market = await comeIn(app, devnet, 1440)

  const isRead = (response: Response) =>
    response.url().endsWith('/rpc') && response.request().postData()?.includes('eth_call') === true
  /** Presses, lets something happen on the chain that the page hears of, and releases. */
  async function pressOver(target: Locator, happen: () => Promise<unknown>) {
    await target.hover()
    await page.mouse.down()
    await happen()
    // The second was asked for after it happened, and the third when the second had been taken in.
    for (let answers = 0; answers < 3; answers++) await page.waitForResponse(isRead)
    await page.mouse.up()
  }

  await test.step('a market of a list whose order changes', async () => {
    await app.open('/?flat&sort=-price')
    const [first] = await page.locator('[data-market]').all()
    const name = (await first?.textContent()) ?? ''
    expect(name).toContain('BTC')
    const link = page.getByRole('link', { name, exact: true })
    await pressOver(link, () => devnet.setPrice('ETH', 1_000_000))
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await devnet.setPrice('ETH', ETH_USD)
  })

  await test.step('a market’s status that changes', async () => {
    await rebalance(devnet)
    await devnet.increaseTime(600)
    await app.open('/?flat')
    const row = page.getByRole('row', { name: market.name })
    await pressOver(row.getByText(/Late/), () => devnet.upkeep())
    await expect(page.getByRole('heading', { name: market.name })).toBeVisible()
  })

  await test.step('a button below a list that grows shorter', async () => {
    await rebalance(devnet)
    await queue(devnet)
    await app.open('/portfolio')
    await untilUpToDate(page, devnet)
    const claim = page.getByRole('button', { name: 'Claim', exact: true })
    await pressOver(claim, () => rebalance(devnet))
    await untilSent(app, 1)
  })
})
