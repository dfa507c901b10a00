import { sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction, commitTransaction, toWei } from '../devnet/transactions'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { expect, livedTest as test } from './fixtures'
import { openTab, tabPanel } from './poolTabs'

test('the past is read from the chain, drawn, told as a table and given as CSV, and survives a reload', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByText(/^\d+ rebalances\./)).toBeVisible({ timeout: 30_000 })
  const lived = await history.getByText(/^\d+ rebalances\./).textContent()
  expect(Number(/\d+/.exec(lived ?? '')?.[0])).toBeGreaterThanOrEqual(179)
  await expect(history.locator('.recharts-line').first()).toBeVisible()

  await history.getByText('Token value').click()
  await history.getByRole('button', { name: 'Table' }).click()
  const table = history.getByRole('table')
  await expect(table.getByRole('columnheader', { name: 'Long token' })).toBeVisible()
  // The projection comes first, and a keeper's reward, an estimate, is in it.
  await expect(table.getByRole('cell').first()).toHaveText(/^≈ \d+\.\d{6}$/)
  await expect(table.getByRole('cell').last()).toHaveText(/^\d+\.\d{6}$/)

  const download = page.waitForEvent('download')
  await history.getByRole('button', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^rebalances-0x.*\.csv$/)

  const past = await openTab(page, 'Rebalances')
  await expect(past.getByRole('row')).toHaveCount(9)
  await expect(page).toHaveURL(/[?&]tab=history/)
  await page.reload()
  await expect(history.getByText(/^\d+ rebalances\./)).toBeVisible()
  // The link opens the same tab, and arrows go from one to the next.
  await expect(past.getByRole('row').first()).toBeVisible()
  await page.getByRole('tab', { name: 'Rebalances' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Parameters' })).toBeFocused()
  await expect(tabPanel(page, 'Parameters')).toContainText('Front-running interval')
  await expect(page).toHaveURL(/[?&]tab=parameters/)
})

test('a word of the field explains itself by keyboard, and the figure can be pulled', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-BTC/USD+USDC'))
  const trigger = page.getByRole('button', { name: 'What is skew?' })
  await trigger.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect(panel).toBeVisible()
  const slider = panel.getByRole('slider').first()
  const before = await slider.getAttribute('aria-valuetext')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(trigger).toBeFocused()
})

test('the next rebalance answers the slider at once', async ({ app, devnet }) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  const card = page.getByRole('region', { name: 'Next rebalance (projected)' })
  const slider = card.getByRole('slider')
  await slider.fill('1000')
  await expect(card.getByText('+10.0%')).toBeVisible()
  await card.getByText('Balances, price and fees').click()
  await expect(card.getByText(/Computed in your browser from block \d+/)).toBeVisible()
  await card.getByRole('button', { name: 'Reset' }).click()
  await expect(slider).toHaveValue('0')
})

test('the list is searched, sorted and walked through by keyboard, and its view stands in the URL', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.open()
  await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' }).first()).toBeVisible()
  await page.getByLabel('Hide markets with issues').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('eth usdc')
  await expect(page.getByRole('row', { name: /BTC/ })).toHaveCount(0)
  await expect(page).toHaveURL(/q=eth(\+|%20)usdc/)
  await page.getByRole('button', { name: 'Pool size' }).click()
  await expect(page).toHaveURL(/sort=-size/)
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Pool size' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' }).first()).toBeVisible()
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-market]:focus')).toHaveText('1-ETH/USD+USDC')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: marketOf(devnet, '1-ETH/USD+USDC').name }),
  ).toBeVisible()
})

test('what waits in the queue is followed to what it does', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const from = addressOf(devnet, 'Alice')
  await sendAndWait(devnet.client, approveTransaction(from, market))
  await sendAndWait(
    devnet.client,
    commitTransaction({ from, market, type: CommitType.ShortMint, amountWei: toWei(1_000, 6) }),
  )
  await app.openPool(market)
  const queue = await openTab(page, 'Queue')
  await expect(
    queue.getByText(/^Projected: .* minted, [\d,.]+ USDC paid out, skew after \d\.\d{3}$/).first(),
  ).toBeVisible()
  await expect(queue.getByText(/Results are projected at the current index/)).toBeVisible()
})

test('figures of the list say more on hover, and a click on them opens the market anyway', async ({
  app,
}) => {
  const { page } = app
  await app.open()
  const row = page.getByRole('row', { name: /3-ETH\/USD\+USDC/ })
  const size = row.locator('[data-tip$=" USDC"]')
  await size.hover()
  await expect(page.getByRole('tooltip')).toHaveText((await size.getAttribute('data-tip')) ?? '')
  for (const text of [
    'since the last rebalance price',
    'Skew after the next',
    'Estimated skew yield',
  ])
    await row.locator(`[data-tip*="${text}"]`).hover()
  await size.click()
  await expect(page.getByRole('heading', { level: 1, name: '3-ETH/USD+USDC' })).toBeVisible()
})

test('on a phone the list is sorted, explained and walked through', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 390, height: 900 })
  await app.open('/?leverage=7x')
  // What is narrowed is counted while it is folded.
  await page.getByRole('button', { name: 'Filters 1', exact: true }).click()
  const leverage = page.getByRole('combobox', { name: /^Leverage/ })
  await expect(leverage).toHaveValue('7x')
  // A link can ask for anything, also for what every object has.
  await app.open('/?leverage=__proto__&token=constructor')
  await expect(page.getByRole('button', { name: 'Filters 2', exact: true })).toBeVisible()
  await expect(leverage).toHaveValue('__proto__')
  await leverage.selectOption('')
  await page.getByRole('combobox', { name: /^Settlement token/ }).selectOption('')
  const cards = page.locator('[data-market]')
  await page.getByLabel('Group by index').click()
  await expect(page.getByLabel('Group by index')).not.toBeChecked()
  await page
    .getByRole('combobox', { name: /^Sort by/ })
    .selectOption('Skew yield, 1\u00a0wk (est.)')
  await expect(page).toHaveURL(/sort=-pays/)
  const order = await cards.allTextContents()
  await page.getByRole('button', { name: /Reverse order/ }).click()
  await expect(page).toHaveURL(/sort=pays/)
  await expect.poll(() => cards.allTextContents()).toEqual(order.toReversed())
  await cards.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(1)).toBeFocused()
  await page.getByText('More figures').first().click()
  await page.getByRole('button', { name: 'What is skew?' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'What is an SMA?' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('an address that the browser refuses to copy is said not to be copied', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
    })
  })
  await app.openPool(marketOf(devnet, '1-ETH/USD+USDC'))
  await openTab(page, 'Contracts')
  await page.getByRole('button', { name: 'Copy the address of Pool', exact: true }).click()
  await expect(page.getByRole('alert').getByText('Couldn’t copy')).toBeVisible()
})
