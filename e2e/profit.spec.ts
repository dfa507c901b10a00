import { marketOf } from '../devnet/marketOf'
import { expect, livedTest as test } from './fixtures'

const numberIn = (text: string | null) =>
  Number((text ?? '').replace(/[^\d.−-]/g, '').replace('−', '-'))

test('a position says what it has made, and the parts that made it add up', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '3-BTC/USD+USDC'))
  const card = page.getByRole('region', { name: 'Profit and loss' })
  await card.locator('summary').click()
  await expect(card.getByText('Cost basis')).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText('Gas isn’t included.')).toBeVisible()
  await expect(card.getByText('Break-even price').locator('xpath=ancestor::div[1]')).toContainText(
    /\d USD$/,
  )
  await expect(card.getByText('Total', { exact: true }).last()).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText(/^You (gained|lost) \d+\.\d\d%/)).toBeVisible()
  const cells = await card.getByRole('table').first().getByRole('cell').allTextContents()
  const numbers = cells.map(numberIn)
  const total = numbers.at(-1) ?? Number.NaN
  const sum = numbers.slice(0, -1).reduce((all, one) => all + one, 0)
  // To the unit, as these have six decimals and are all shown.
  expect(sum).toBeCloseTo(total, 9)
  expect(numbers.length).toBeGreaterThan(3)
  // Over time the newest row is the same total, cut to a hundredth.
  await card.getByRole('button', { name: 'Table' }).click()
  const rows = card.getByRole('region', { name: 'Breakdown over time' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('Now')
  const newest = numberIn(await rows.nth(1).getByRole('cell').last().textContent())
  expect(Math.abs(total - newest)).toBeLessThan(0.01)
})
