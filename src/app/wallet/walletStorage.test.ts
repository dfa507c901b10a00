import { afterEach, expect, it, vi } from 'vitest'
import { walletStorage } from './walletStorage'

afterEach(() => vi.unstubAllGlobals())

it.each<[what: string, text: string]>([
  ['no JSON', '{"state":'],
  ['another app’s', '{"state":{"connections":"none","current":"x"},"version":2}'],
  [
    'connections without accounts',
    '{"state":{"connections":{"__type":"Map","value":[["x",null]]}}}',
  ],
])('gives nothing for what is %s', async (_, text) => {
  vi.stubGlobal('window', { localStorage: { getItem: () => text } })
  expect(await walletStorage().getItem('state')).toBeNull()
})

it('gives what wagmi has written', async () => {
  const connection = { accounts: ['0x1'], chainId: 1, connector: { id: 'a', uid: 'x' } }
  const text = JSON.stringify({
    state: { connections: { __type: 'Map', value: [['x', connection]] }, current: 'x' },
    version: 2,
  })
  vi.stubGlobal('window', { localStorage: { getItem: () => text } })
  expect(await walletStorage().getItem('state')).toEqual({
    state: { connections: new Map([['x', connection]]), current: 'x' },
    version: 2,
  })
})
