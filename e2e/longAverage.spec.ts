import { marketOf } from '../devnet/marketOf'
import { MARKETS, type MarketSpec } from '../devnet/markets'
import { passUpkeeps } from './chainState'
import { expect, testOn } from './fixtures'
import { untilCommitted } from './sending'
import { openFold } from './ticketOrders'

/** An average of 24 samples, one an hour, in a pool with an upkeep each five minutes. */
const NEAR: MarketSpec = {
  ...(MARKETS[3] as MarketSpec),
  name: `${(MARKETS[3] as MarketSpec).name}-near`,
  oracle: { kind: 'sma', samples: 24, sampleIntervalSec: 3_600 },
  updateIntervalSec: 300,
  frontRunningIntervalSec: 30,
}
/** The same with 96 upkeeps between a commit and its execution. */
const FAR: MarketSpec = {
  ...NEAR,
  name: `${(MARKETS[3] as MarketSpec).name}-far`,
  frontRunningIntervalSec: 28_800,
}

const test = testOn({ pastSec: 0, walk: false, markets: [NEAR, FAR] })
test.use({ pace: { keeper: false } })

test('a long average is followed to its end, and an order too far ahead keeps interval and time as its projection', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, NEAR.name))
  const table = () => page.getByText('If the index moves', { exact: true }).click()
  await page.getByLabel('Amount').fill('1000')
  await table()
  await expect(page.getByText(/once the SMA has caught up \(23\sh\s\d\d\smin after/)).toBeVisible()
  // After 64 upkeeps, five samples of 24, it would still be worth more than 850.
  const row = page.getByRole('row', { name: /^−20%/ })
  await expect(row.getByRole('cell').last()).toHaveText(/^(4[6-9]|5\d)\d\.\d\d$/)

  const far = marketOf(devnet, FAR.name)
  await app.openPool(far)
  await page.getByLabel('Amount').fill('1000')
  await expect(page.getByText(/No projection: it’s more than 64 rebalances away/)).toBeVisible()
  await table()
  await expect(
    page.getByText(/^No projection: it’s more than 64 rebalances away\.$/).last(),
  ).toBeVisible()
  await openFold(page, 'Price, fees and impact')
  const interval = page.locator('dt', { hasText: /^Interval$/ }).locator('xpath=../dd')
  const id = (await interval.textContent()) ?? 'none'
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)

  await passUpkeeps(devnet, far, 98)
  await app.open('/portfolio')
  const executed = page.getByRole('region', { name: 'Executed orders' })
  await expect(executed).toContainText(`Executed in interval ${id}, as expected.`)
})
