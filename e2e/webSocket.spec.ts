import type { WebSocketRoute } from '@playwright/test'
import { expect, test } from './fixtures'

test.use({ build: 'webSocket' })

/** Polling is this slow where blocks announce themselves. */
const WATCHED_REFRESH_MS = 15_000

test('new blocks come by WebSocket, and by polling when it is gone', async ({ app, devnet }) => {
  const { page } = app
  await page.clock.install()
  const sockets: WebSocketRoute[] = []
  let isGone = false
  await page.routeWebSocket(`${devnet.rpcUrl.replace('http', 'ws')}/**`, (socket) => {
    if (isGone) return void socket.close()
    sockets.push(socket)
    socket.connectToServer()
  })
  await app.open()
  const block = page.getByText(/block \d+, \d+\ss ago$/)
  const shownBlock = async () => Number(/block (\d+)/.exec((await block.textContent()) ?? '')?.[1])
  await expect(block).toBeVisible()
  await expect.poll(() => sockets.length).toBe(1)

  // Far more often than it would be polled.
  const first = await shownBlock()
  for (let count = 1; count <= 3; count++)
    await expect.poll(shownBlock, { timeout: 4_000 }).toBeGreaterThanOrEqual(first + 2 * count)

  isGone = true
  await sockets[0]?.close()
  const last = await shownBlock()
  await devnet.client.mine({ blocks: 8 })
  await page.clock.fastForward(WATCHED_REFRESH_MS)
  await expect.poll(shownBlock).toBeGreaterThanOrEqual(last + 8)
})
