import { afterEach, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/devnet'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { watchBlocks } from './watchBlocks'

const started: Devnet[] = []

async function start(port = 0): Promise<Devnet> {
  // No block but those that a test mines.
  const devnet = await startQuietDevnet({ port })
  started.push(devnet)
  return devnet
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((devnet) => devnet.stop()))
})

const wsUrlOf = ({ rpcUrl }: Devnet) => rpcUrl.replace('http', 'ws')
const WITHIN = { timeout: 5_000 }

it('tells of each new block, and of none after the end', async () => {
  const devnet = await start()
  let told = 0
  const stop = watchBlocks(wsUrlOf(devnet), () => {
    told += 1
  })
  // The first may be mined before the subscription stands.
  await expect
    .poll(() => devnet.client.mine({ blocks: 1 }).then(() => told), WITHIN)
    .toBeGreaterThan(0)
  // Several may have been mined meanwhile, and be told of a little later.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = told
  await devnet.client.mine({ blocks: 1 })
  await expect.poll(() => told, WITHIN).toBe(before + 1)
  stop()
  await devnet.client.mine({ blocks: 2 })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(told).toBe(before + 1)
})

it('connects again on its own after the connection is lost', async () => {
  const first = await start()
  let told = 0
  const stop = watchBlocks(wsUrlOf(first), () => {
    told += 1
  })
  await expect
    .poll(() => first.client.mine({ blocks: 1 }).then(() => told), WITHIN)
    .toBeGreaterThan(0)
  const port = Number(new URL(first.rpcUrl).port)
  await first.stop()
  const second = await start(port)
  told = 0
  await expect
    .poll(() => second.client.mine({ blocks: 1 }).then(() => told), {
      timeout: 20_000,
      interval: 500,
    })
    .toBeGreaterThan(0)
  stop()
})

it('throws nothing when no one listens there', async () => {
  const stop = watchBlocks('ws://127.0.0.1:9', () => {
    throw new Error('no block can come')
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  stop()
})
