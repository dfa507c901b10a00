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
  await card.getByText('Profit and loss').click()
  await expect(card.getByText('Cost basis')).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText('Gas isn’t included.')).toBeVisible()
  const more = card.getByRole('button', { name: 'Show breakdown' })
  await expect(more.or(card.getByText('Total', { exact: true }))).toBeVisible()
  if (await more.isVisible()) await more.click()
  await expect(card.getByText('Total', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText(/^You (gained|lost) \d+\.\d%/)).toBeVisible()
  const cells = await card.getByRole('table').getByRole('cell').allTextContents()
  const numbers = cells.map(numberIn)
  const total = numbers.at(-1) ?? Number.NaN
  const sum = numbers.slice(0, -1).reduce((all, one) => all + one, 0)
  // Each is cut for the screen, the largest to a hundredth.
  expect(Math.abs(sum - total)).toBeLessThan(0.01 * numbers.length)
  expect(numbers.length).toBeGreaterThan(3)
})
