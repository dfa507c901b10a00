import type { Page } from '@playwright/test'
import { marketOf } from '../devnet/marketOf'
import { passUpkeeps } from './chainState'
import { type AppPage, expect, test } from './fixtures'
import { expectNoLayoutShift, watchShifts } from './layoutShifts'
import { blocksPass } from './shownBlock'

/** The pages, and what stands on them when the first data has come. */
const PAGES = {
  'the list': {
    open: (app: AppPage) => app.open(),
    isThere: (page: Page) => page.getByRole('link', { name: '3-ETH/USD+USDC' }).first(),
  },
  'a pool': {
    open: (app: AppPage, pool: string) => app.open(`/pool/${pool}`),
    isThere: (page: Page) => page.getByText(/^\d+ rebalances?\./),
  },
  'the making of a market': {
    open: (app: AppPage) => app.open('/create'),
    isThere: (page: Page) => page.getByText('No deployment fee. You only pay network fees.'),
  },
  'the bridge': {
    open: (app: AppPage) => app.open('/bridge'),
    isThere: (page: Page) => page.getByRole('heading', { name: 'Withdraw', exact: true }),
  },
  'the fees': {
    open: (app: AppPage) => app.open('/treasury'),
    isThere: (page: Page) => page.getByRole('link', { name: /^Market \d/ }).first(),
  },
} as const

for (const width of [390, 1440])
  for (const [name, { open, isThere }] of Object.entries(PAGES))
    test(`nothing jumps on ${name}, for a stranger and for a connected wallet, ${width} px`, async ({
      app,
      devnet,
    }) => {
      const market = marketOf(devnet, '1-BTC/USD+USDC')
      const { page } = app
      const expectCalmOverUpkeeps = async () => {
        await expect(isThere(page)).toBeVisible({ timeout: 30_000 })
        for (let upkeep = 0; upkeep < 2; upkeep++) {
          await passUpkeeps(devnet, market)
          await blocksPass(page, 2)
        }
        await expectNoLayoutShift(page)
      }
      await page.setViewportSize({ width, height: 900 })
      await watchShifts(page)
      await open(app, market.pool)
      await expectCalmOverUpkeeps()
      // As the next visit finds it: the wallet connects again while the first data comes.
      await app.returnAs('Alice')
      await expectCalmOverUpkeeps()
    })
