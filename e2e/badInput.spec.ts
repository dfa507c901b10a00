import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { expect, test } from './fixtures'

/** A few: `amountProblem.test.ts` has them all. */
const BAD_AMOUNTS: readonly (readonly [text: string, sentence: RegExp])[] = [
  ['0', /above zero/],
  ['1,000', /1,000 is ambiguous\. Enter 1 or 1000\./],
  ['1.0000001', /USDC has at most 6 decimals/],
  ['999999999', /Your wallet holds/],
  ['9'.repeat(200), /A single commit is limited to/],
]

test('a bad amount gets a sentence at its field, and nothing is sent', async ({ app, devnet }) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '1-ETH/USD+USDC'))
  const field = page.getByLabel('Amount')
  const obstacle = page.getByRole('button', {
    name: /^(Approve and mint long|Check the amount|Not enough USDC)$/,
  })

  await page.getByRole('button', { name: 'Enter an amount' }).click()
  await expect(page.getByText('Enter an amount.')).toHaveCount(1)
  await expect(field).toBeFocused()
  for (const [text, sentence] of BAD_AMOUNTS) {
    await field.fill(text)
    // It does not look ready, and leads back to the field.
    await obstacle.click()
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveValue(text)
  }
  await field.press('Enter')
  expect(app.sendRequests()).toBe(0)

  // The comma of a German keyboard.
  await field.fill('1,5')
  await expect(field).toHaveAttribute('aria-invalid', 'false')
})

test('an address that is no pool of the factory is named as such and not read', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const stranger = addressOf(devnet, 'Alice')
  const calls: string[] = []
  page.on('request', (request) => calls.push(request.postData() ?? ''))

  await app.open(`/pool/${stranger}`)
  await expect(page.getByText('No known factory deployed a pool at this address.')).toBeVisible()
  // The factories are asked whether they made it, and it is asked nothing.
  expect(
    calls.filter((call) => call.toLowerCase().includes(`"to":"${stranger.toLowerCase()}`)),
  ).toEqual([])

  // A contract, even one that a pool is made of, is not therefore a pool.
  const { committer } = marketOf(devnet, '1-ETH/USD+USDC')
  await app.open(`/pool/${committer}`)
  await expect(page.getByRole('heading', { name: 'Not a pool' })).toBeVisible()
  await expect(page.getByText('The app didn’t load it')).toBeVisible()

  await app.open('/pool/0x1234')
  await expect(page.getByText('doesn’t contain a valid address')).toBeVisible()
  await app.open('/nowhere')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'All markets' }).click()
  await expect(page.getByRole('heading', { name: 'Markets' })).toBeVisible()
})
