import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebSocketRoute } from '@playwright/test'
import { build } from 'vite'
import { expect, test } from './fixtures'
import { serveApp } from './serveApp'

/** Polling is this slow where blocks announce themselves. */
const WATCHED_REFRESH_MS = 15_000

test('new blocks come by WebSocket, and by polling when it is gone', async ({ page, devnet }) => {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-ws-'))
  const wsUrl = devnet.rpcUrl.replace('http', 'ws')
  process.env.VITE_WS_URL = wsUrl
  await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } })
  delete process.env.VITE_WS_URL
  const served = await serveApp(folder, devnet.rpcUrl)
  try {
    const sockets: WebSocketRoute[] = []
    let isGone = false
    await page.routeWebSocket(`${wsUrl}/**`, (socket) => {
      if (isGone) return void socket.close()
      sockets.push(socket)
      socket.connectToServer()
    })
    await page.goto(served.url)
    const block = page.getByText(/block \d+, \d+ s ago$/)
    const shownBlock = async () =>
      Number(/block (\d+)/.exec((await block.textContent()) ?? '')?.[1])
    await expect(block).toBeVisible()
    await expect.poll(() => sockets.length).toBe(1)

    // Far more often than it would be polled.
    const first = await shownBlock()
    for (let count = 1; count <= 3; count++)
      await expect.poll(shownBlock, { timeout: 4_000 }).toBeGreaterThanOrEqual(first + 2 * count)

    isGone = true
    await sockets[0]?.close()
    const last = await shownBlock()
    await expect
      .poll(shownBlock, { timeout: WATCHED_REFRESH_MS + 5_000 })
      .toBeGreaterThanOrEqual(last + 8)
  } finally {
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
