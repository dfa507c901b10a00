import { afterEach, expect, it, vi } from 'vitest'
import type { Config } from 'wagmi'
import { resolveNetwork } from '../chain/network'
import { askForNetwork } from './askForNetwork'

const { chain } = resolveNetwork({ chainId: 42_161 })

afterEach(() => vi.useRealTimers())

/** As far as `switchChain` looks at it: someone connected, whose wallet answers so. */
function configOf(switchChain: (() => Promise<unknown>) | undefined): Config {
  const connector = { name: 'Some wallet', switchChain }
  return { state: { current: 'x', connections: new Map([['x', { connector }]]) } } as never
}

it('says nothing when the wallet has gone along', async () => {
  expect(
    await askForNetwork(
      configOf(async () => chain),
      chain,
    ),
  ).toBeUndefined()
})

it('says what to do when it refuses', async () => {
  const refuse = () => Promise.reject(Object.assign(new Error(''), { code: 4902 }))
  expect(await askForNetwork(configOf(refuse), chain)).toMatch(
    /^Your wallet doesn’t have Arbitrum One.* chain ID 42161/,
  )
})

it('says what to do when it cannot even be asked', async () => {
  expect(await askForNetwork(configOf(undefined), chain)).toMatch(
    /^Your wallet doesn’t support switching networks from a site/,
  )
})

it('says what to do when it is silent, or says yes and does nothing', async () => {
  vi.useFakeTimers()
  const said = askForNetwork(
    configOf(() => new Promise(() => undefined)),
    chain,
  )
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await said).toMatch(/^Your wallet didn’t switch networks\. Switch to Arbitrum One/)
})
