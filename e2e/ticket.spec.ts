import type { Locator, Page } from '@playwright/test'
import { formatUnits, parseUnits } from 'viem'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { type Holdings, holdingsOf, passUpkeeps } from './chainState'
import { expect, test } from './fixtures'
import { expectAccessible } from './looks'
import { untilCommitted } from './sending'
import { openFold } from './ticketOrders'

/** An hour between rebalances: nothing happens to its ticket while a test fills it in. */
const CALM = '3-ETH/USD+USDC'
/** Two minutes, settled in 18 decimals, with both fees. */
const QUICK = '5-ETH/USD+BAL'

function ticketOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Trade' })
}

/** One click further away than the rest. */
const SOURCES: readonly string[] = ['Wallet', 'Escrow', 'Both']

async function straddle(page: Page): Promise<void> {
  await openFold(page, 'Options')
  await ticketOf(page).getByRole('checkbox', { name: 'Straddle' }).check()
}

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  if (names.some((name) => SOURCES.includes(name))) await openFold(page, 'Options')
  // What is under way above the ticket may push it away from under the click.
  for (const name of names)
    await expect(() =>
      ticketOf(page)
        .getByRole('radio', { name, exact: true })
        .check({ force: true, timeout: 2_000 }),
    ).toPass()
}

const amountOf = (page: Page) => page.getByLabel('Amount')

async function commitAndWait(
  page: Page,
  button = /^(Approve and mint|Mint|Burn|Flip) (long|short|both sides|to long|to short)$/,
): Promise<void> {
  await ticketOf(page).getByRole('button', { name: button }).click()
  const withNewFigures = page.getByRole('button', { name: /with the new figures$/ })
  // The field is empty once the commit is out; a cut-off on the way asks for a word first.
  await expect
    .poll(async () => {
      if (await withNewFigures.isVisible()) await withNewFigures.click()
      return amountOf(page).inputValue()
    })
    .toBe('')
}

/** What the ticket projections of an order, as text. */
function projected(page: Page): Locator {
  return ticketOf(page).locator('dt', { hasText: 'You receive (projected)' }).locator('xpath=../dd')
}

/** The page's own refreshes stand still, so that it does not know yet when the button is clicked. Gives what lets them go. */
async function holdRequests(page: Page): Promise<() => void> {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/rpc', async (route) => {
    await gate
    await route.continue()
  })
  return () => open()
}

test('a link fills the form, and sends nothing', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, CALM)
  await app.open(
    `/pool/${market.pool}?side=short&action=mint&from=wallet&amount=25.5&claim=0.002&other=kept`,
  )
  await expect(page.getByRole('radio', { name: 'Short', exact: true })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Mint' })).toBeChecked()
  await expect(amountOf(page)).toHaveValue('25.5')
  // What a link offers opens the options, so that it is seen.
  await expect(page.getByLabel('Auto-claim')).toBeChecked()
  await expect(page.getByLabel('Reward for the claim, in ETH')).toHaveValue('0.002')
  await expect(projected(page)).toContainText('short')
  await app.connect('Alice')
  await expect(ticketOf(page).getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
  expect(app.sendRequests()).toBe(0)

  // What is typed goes into the URL, without a step in the history for each letter.
  const steps = await page.evaluate(() => history.length)
  await choose(page, 'Long')
  await amountOf(page).press('End')
  await amountOf(page).pressSequentially('1')
  await expect(page).toHaveURL(/amount=25\.51(&|$)/)
  await expect(page).not.toHaveURL(/side=/)
  await expect(page).toHaveURL(/other=kept/)
  expect(await page.evaluate(() => history.length)).toBe(steps)

  // Nonsense in a link counts as not said.
  await app.open(`/pool/${market.pool}?side=up&action=steal&from=bank&unit=kg`)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Long', exact: true })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Mint' })).toBeChecked()
  // There is nothing in escrow to choose instead.
  await expect(ticketOf(page).getByText(/^From wallet/)).toBeVisible()
  expect(app.sendRequests()).toBe(0)
})

test('every action and source has its own balance; Max and percent are exact', async ({
  app,
  devnet,
}) => {
  test.slow()
  const { page } = app
  const market = marketOf(devnet, QUICK)
  const bob = addressOf(devnet, 'Bob')
  const holdings = () => holdingsOf(devnet, market, bob)
  await app.returnAs('Bob')
  await app.openPool(market)

  // Something of everything: long tokens claimed, then both tokens in escrow.
  await amountOf(page).fill('300.000000000000000003')
  await commitAndWait(page)
  await passUpkeeps(devnet, market, 2)
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect.poll(async () => (await holdings()).long).toBeGreaterThan(0n)
  // Its card says so above the ticket, and moves that while it does.
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  await straddle(page)
  await amountOf(page).fill('100.000000000000000001')
  const ticket = ticketOf(page)
  await expect(ticket.getByText('50.000000000000000001 BAL long + 50 BAL short')).toBeVisible()
  const before = await holdings()
  await commitAndWait(page)
  await expect
    .poll(async () => (await holdings()).settlement)
    .toBe(before.settlement - parseUnits('100.000000000000000001', 18))
  await passUpkeeps(devnet, market, 2)
  const own = await holdings()
  expect(own.escrow.longTokens).toBeGreaterThan(0n)
  expect(own.escrow.shortTokens).toBeGreaterThan(0n)

  const text = (value: bigint) => formatUnits(value, 18)
  const cases: readonly [choices: readonly string[], place: RegExp, of: (h: Holdings) => bigint][] =
    [
      [['Mint'], /^Wallet: .* BAL$/, (h) => h.settlement],
      [['Burn', 'Long', 'Wallet'], /^Wallet: .* long$/, (h) => h.long],
      [['Burn', 'Long', 'Escrow'], /^Escrow: .* long$/, (h) => h.escrow.longTokens],
      [
        ['Burn', 'Long', 'Both'],
        /^Wallet \+ escrow: .* long$/,
        (h) => h.long + h.escrow.longTokens,
      ],
      [['Burn', 'Short', 'Escrow'], /^Escrow: .* short$/, (h) => h.escrow.shortTokens],
      [['Flip', 'Long to short', 'Escrow'], /^Escrow: .* long$/, (h) => h.escrow.longTokens],
      [['Flip', 'Short to long', 'Escrow'], /^Escrow: .* short$/, (h) => h.escrow.shortTokens],
    ]
  for (const [choices, place, of] of cases) {
    await choose(page, ...choices)
    await expect(ticket.getByText(place)).toBeVisible()
    await ticket.getByRole('button', { name: 'Max' }).click()
    await expect(amountOf(page)).toHaveValue(text(of(own)))
    await ticket.getByRole('button', { name: '25%' }).click()
    await expect(amountOf(page)).toHaveValue(text(of(own) / 4n))
    await ticket.getByLabel('Unit').selectOption('percent')
    await amountOf(page).fill('12.34')
    // The token that is paid keeps the part, to the unit.
    await ticket.getByLabel('Unit').selectOption(choices.includes('Mint') ? 'settlement' : 'tokens')
    await expect(amountOf(page)).toHaveValue(text((of(own) * 1_234n) / 10_000n))
  }

  // Both takes the escrow first, in two commits.
  await choose(page, 'Burn', 'Long', 'Both')
  await ticket.getByLabel('Unit').selectOption('tokens')
  await ticket.getByRole('button', { name: 'Max' }).click()
  await expect(ticket.getByText(/^2 commits: .* from escrow \+ .* from wallet$/)).toBeVisible()
  await commitAndWait(page, /^Burn long$/)
  await expect.poll(async () => (await holdings()).long).toBe(0n)
  expect((await holdings()).escrow.longTokens).toBe(0n)
  expect((await holdings()).escrow.shortTokens).toBe(own.escrow.shortTokens)
})

test('an amount in tokens is estimated, and gives at least that many', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, QUICK)
  await app.returnAs('Carol')
  await app.openPool(market)
  const ticket = ticketOf(page)
  await ticket.getByLabel('Unit').selectOption('tokens')
  await amountOf(page).fill('100')
  await expect(ticket.getByText(/^≈ \d+\.\d+ BAL, estimated at the projected price/)).toBeVisible()
  const title = await projected(page).locator('[data-tip]').first().getAttribute('data-tip')
  expect(Number(title?.replace(/ long$/, ''))).toBeGreaterThanOrEqual(100)
  expect(Number(title?.replace(/ long$/, ''))).toBeLessThan(100.000001)
  await expect(page).toHaveURL(/unit=tokens/)
  // Going back to the token that is paid keeps the amount, to the unit.
  await ticket.getByLabel('Unit').selectOption('settlement')
  await expect(amountOf(page)).toHaveValue(/^\d+\.\d{10,18}$/)
})

test('an upkeep between typing and sending is noticed and said, and nothing is sent before the new figures are agreed to', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, CALM)
  await app.returnAs('Alice')
  await app.openPool(market)
  await amountOf(page).fill('50')
  const ticket = ticketOf(page)
  await expect(projected(page)).toContainText('long')
  const open = await holdRequests(page)
  await passUpkeeps(devnet, market, 1)
  await ticket.getByRole('button', { name: /^Approve and mint / }).click()
  open()
  const notice = ticket.getByRole('alert')
  await expect(notice).toContainText('A rebalance happened.')
  // The figures stand beside what is read out.
  const figures = notice.locator('..')
  await expect(figures).toContainText(/Interval(\d+) → (?!\1)\d+/)
  await expect(figures).toContainText(/Earliest execution.* → .*You receive.*long → .*long/)
  const again = ticket.getByRole('button', { name: /^Approve and mint .* at the new figures$/ })
  expect(app.sendRequests()).toBe(0)
  await again.click()
  await untilCommitted(page)
  await expect(notice).toHaveCount(0)
  expect(app.sendRequests()).toBe(2)
})

test('a price that has moved is noticed too, and one more click sends the order with the new figures', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, QUICK)
  const dan = addressOf(devnet, 'Alice')
  await passUpkeeps(devnet, market, 1)
  await app.returnAs('Alice')
  await app.openPool(market)
  await amountOf(page).fill('50')
  await expect(projected(page)).toContainText('long')
  const open = await holdRequests(page)
  await devnet.setPrice('ETH', 3_500)
  const ticket = ticketOf(page)
  await ticket.getByRole('button', { name: /^Approve and mint / }).click()
  open()
  const again = ticket.getByRole('button', { name: /^Approve and mint .* at the new figures$/ })
  await expect(again).toBeVisible()
  await expect(ticket.getByText('The projected outcome changed')).toBeVisible()
  await expect(ticket.getByText(/Nothing was sent/)).toBeVisible()
  const before = await holdingsOf(devnet, market, dan)
  expect(app.sendRequests()).toBe(0)
  await again.click()
  await untilCommitted(page)
  const after = await holdingsOf(devnet, market, dan)
  expect(after.settlement).toBe(before.settlement - parseUnits('50', 18))
})

test('a returning user mints in at most 3 clicks and one field', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, CALM)
  await app.returnAs('Carol')
  await app.open()
  let clicks = 0
  const click = async (target: Locator) => {
    clicks += 1
    await target.click()
  }
  const before = await holdingsOf(devnet, market, addressOf(devnet, 'Carol'))
  await click(page.getByRole('link', { name: market.name }))
  await amountOf(page).fill('12')
  await click(ticketOf(page).getByRole('button', { name: /^Approve and mint / }))
  await untilCommitted(page)
  const after = await holdingsOf(devnet, market, addressOf(devnet, 'Carol'))
  expect(before.settlement - after.settlement).toBe(parseUnits('12', 6))
  expect(clicks).toBeLessThanOrEqual(3)
})

test('from the field to the commit by keyboard alone', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, CALM)
  await app.returnAs('Bob')
  await app.openPool(market)
  await amountOf(page).focus()
  await page.keyboard.type('7')
  const isCommit = () =>
    page.evaluate(() => document.activeElement?.textContent === 'Approve and mint long')
  for (let tabs = 0; tabs < 10 && !(await isCommit()); tabs++) await page.keyboard.press('Tab')
  expect(await isCommit()).toBe(true)
  await page.keyboard.press('Enter')
  await untilCommitted(page)
})

test('without an amount the button says so and leads to the field, where Enter sends', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Bob')
  await app.openPool(marketOf(devnet, CALM))
  const ticket = ticketOf(page)
  const button = ticket.getByRole('button', { name: /^Approve and mint / })
  const commitButton = ticket.getByRole('button', { name: 'Enter an amount' })
  await commitButton.click()
  await expect(amountOf(page)).toBeFocused()
  await expect(ticket.getByText('Enter an amount.')).toHaveCount(1)
  expect(app.sendRequests()).toBe(0)
  // Both are seen at once, on a desk and on a phone.
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    const [field, press] = await Promise.all([
      amountOf(page).boundingBox(),
      commitButton.boundingBox(),
    ])
    expect((press?.y ?? 0) + (press?.height ?? 0) - (field?.y ?? 0)).toBeLessThan(450)
  }
  // Enter is checked as the button is.
  await amountOf(page).press('Enter')
  await amountOf(page).fill('99999999')
  await amountOf(page).press('Enter')
  await expect(ticket.getByText(/^Not enough USDC\./)).toHaveCount(1)
  expect(app.sendRequests()).toBe(0)
  await amountOf(page).fill('3')
  await expect(button).toBeEnabled()
  await amountOf(page).press('Enter')
  await untilCommitted(page)
})

test('the closed options say how they are set, also by a link', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, CALM)
  await app.openPool(market)
  const line = ticketOf(page).locator('summary', { hasText: 'Options' })
  await expect(line).toContainText('From wallet · exact approval · no auto-claim')
  await app.open(`/pool/${market.pool}?action=burn&from=escrow&amount=1`)
  await expect(line).toContainText('From escrow · no auto-claim')
  await app.open(`/pool/${market.pool}?action=straddle&amount=1&claim=0.0001`)
  await expect(line).toContainText('From wallet · straddle · exact approval')
  await expect(ticketOf(page).getByRole('radio', { name: 'Both sides' })).toBeChecked()
  await expect(ticketOf(page).getByRole('checkbox', { name: 'Straddle' })).toBeChecked()
  // One of the sides is no straddle.
  await choose(page, 'Short')
  await expect(ticketOf(page).getByRole('checkbox', { name: 'Straddle' })).not.toBeChecked()
  await expect(page).toHaveURL(/side=short/)
})

test('a first mint is led by the hand, from connecting to claiming, and no further', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  await app.openPool(market)
  const guide = page.getByRole('region', { name: 'Your first mint' })
  const current = guide.locator('[aria-current=step]')
  await expect(current).toContainText('Connect your wallet')
  await app.connect('Alice')
  await expect(current).toContainText('Step 3 of 7: Enter an amount')
  await amountOf(page).fill('20')
  await expect(current).toContainText('Approve')
  await commitAndWait(page)
  await expect(current).toContainText('Wait for the rebalance')
  await page.reload()
  await expect(current).toContainText('Wait for the rebalance')
  await passUpkeeps(devnet, market, 2)
  await expect(current).toContainText('Claim your tokens')
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(guide).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
  await expect(guide).toHaveCount(0)
})

test('the guide stays away once it is hidden', async ({ app, devnet }) => {
  const { page } = app
  await app.openPool(marketOf(devnet, CALM))
  const guide = page.getByRole('region', { name: 'Your first mint' })
  await guide.getByRole('button', { name: 'Hide this guide' }).click()
  await expect(guide).toHaveCount(0)
  await page.reload()
  await expect(amountOf(page)).toBeVisible()
  await expect(guide).toHaveCount(0)
})

test('narrow, everything open: nothing scrolls sideways, axe finds nothing in light and dark', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const checkBoth = async () => {
    // What lies under the mouse after the last click has a tooltip, which isn't part of the page.
    await page.mouse.move(0, 0)
    await expect(page.getByRole('tooltip')).toBeHidden()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      await expectAccessible(page)
    }
  }
  await page.setViewportSize({ width: 360, height: 800 })
  const market = marketOf(devnet, QUICK)
  await app.returnAs('Bob')
  await app.open(`/pool/${market.pool}?action=straddle&amount=12345.678901234567890123&claim=1`)
  const ticket = ticketOf(page)
  for (const title of ['Price, fees and impact', 'This interval vs. the next'])
    await ticket.locator('summary', { hasText: title }).click()
  await expect(ticket.getByRole('img', { name: /^Order value in / })).toBeVisible()
  await expect(ticket.getByText(/≈ 0\.0\d+ ETH/)).toBeVisible()
  await checkBoth()
  await choose(page, 'Mint')
  await amountOf(page).fill('99999')
  await expect(ticket.getByText(/Your wallet holds/)).toBeVisible()
  await checkBoth()
})
