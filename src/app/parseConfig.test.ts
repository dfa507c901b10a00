import { describe, expect, it } from 'vitest'
import { ConfigError } from './environment'
import { parseConfig } from './parseConfig'

const BASE = 'https://app.test/pools/'
const FACTORY = '0x3Feafee6b12C8d2E58c5B118e54C09F9273c6124'

function problemsOf(environment: Record<string, unknown>): readonly string[] {
  try {
    parseConfig(environment, BASE)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('without any variable', () => {
  it('the app is on Arbitrum One, without WalletConnect', () => {
    const { network, walletConnectProjectId } = parseConfig({}, BASE)
    expect(network.chain.id).toBe(42_161)
    expect(network.poolFactory).toBe(FACTORY)
    expect(network.rpcUrls.every((url) => url.startsWith('https://'))).toBe(true)
    expect(walletConnectProjectId).toBeUndefined()
  })

  it('variables that are empty or not ours change nothing', () => {
    const empty = { VITE_CHAIN_ID: '', VITE_RPC_URLS: '', VITE_POOL_FACTORY: undefined }
    const others = { MODE: 'test', DEV: true, VITE_SOMETHING_ELSE: 'x' }
    const text = (environment: Record<string, unknown>) =>
      JSON.stringify(parseConfig(environment, BASE))
    expect(text({ ...empty, ...others })).toBe(text({}))
  })
})

describe('a good variable', () => {
  it('names Balancer and farms', () => {
    const [vault, queries, pool, farm] = [1, 2, 3, 4].map((n) => `0x${String(n).repeat(40)}`)
    const { network } = parseConfig(
      {
        VITE_BALANCER_VAULT: vault,
        VITE_BALANCER_QUERIES: queries,
        VITE_BALANCER_POOLS: `${pool}, ${farm}`,
        VITE_FARMS: ` ${farm}`,
      },
      BASE,
    )
    expect(network.balancer).toEqual({ vault, queries, pools: [pool, farm] })
    expect(network.farms).toEqual([farm])
    expect(parseConfig({}, BASE).network.farms).toBeUndefined()
  })

  it('is taken over', () => {
    const { network, walletConnectProjectId } = parseConfig(
      {
        VITE_CHAIN_ID: ' 421337 ',
        VITE_CHAIN_NAME: 'Devnet',
        VITE_RPC_URLS: 'http://127.0.0.1:8545',
        VITE_POOL_FACTORY: FACTORY.toLowerCase(),
        VITE_MULTICALL3: '0xcA11bde05977b3631167028862bE2a173976CA11',
        VITE_EXPLORER_URL: 'https://explorer.test',
        VITE_REFRESH_MS: '1500',
        VITE_WALLETCONNECT_PROJECT_ID: '0123456789abcdef0123456789abcdef',
      },
      BASE,
    )
    expect(network).toMatchObject({
      chain: {
        id: 421_337,
        name: 'Devnet',
        blockExplorers: { default: { url: 'https://explorer.test' } },
      },
      poolFactory: FACTORY,
      multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
      refreshMs: 1_500,
    })
    expect(walletConnectProjectId).toBe('0123456789abcdef0123456789abcdef')
  })

  it('may name several RPCs, separated by commas or spaces, asked in that order', () => {
    const { network } = parseConfig(
      { VITE_RPC_URLS: ' https://a.test/x, https://b.test/y\nhttp://c.test ,' },
      BASE,
    )
    expect(network.rpcUrls).toEqual(['https://a.test/x', 'https://b.test/y', 'http://c.test/'])
  })

  it('may add to the known parts, and say that a factory follows the rule', () => {
    const factory = { VITE_POOL_FACTORY: FACTORY }
    const { network } = parseConfig(
      {
        ...factory,
        VITE_KNOWN_FEEDS: `SOL/USD:${FACTORY}:3600:0.5, XAU/USD:${FACTORY}`,
        VITE_KNOWN_TOKENS: `USDC.e:${FACTORY}:${FACTORY} DAI:${FACTORY}`,
        VITE_KNOWN_GOVERNORS: FACTORY,
        VITE_FACTORY_RULE: 'create2',
      },
      BASE,
    )
    expect(network.extraVerifiedComponents).toEqual({
      feeds: [
        { name: 'SOL/USD', address: FACTORY, heartbeatSec: 3_600, deviationPercent: 0.5 },
        { name: 'XAU/USD', address: FACTORY },
      ],
      tokens: [
        { name: 'USDC.e', address: FACTORY, ethFeed: FACTORY },
        { name: 'DAI', address: FACTORY },
      ],
      governors: [FACTORY],
    })
    const isChecked = (environment: Record<string, unknown>) =>
      parseConfig(environment, BASE).network.isFactoryChecked
    expect(network.isFactoryChecked).toBe(true)
    // The table's factory is known to follow it; of another one no one knows.
    expect(isChecked({})).toBe(true)
    expect(isChecked(factory)).toBe(false)
  })

  it('may name deprecated factories, or by a comma that there are none', () => {
    const factoriesOf = (environment: Record<string, unknown>) =>
      parseConfig(environment, BASE).network.deprecatedFactories
    expect(factoriesOf({})).toEqual(['0xdabffa47e509659FEDE5deC5e22CFFb9Cb9040b4'])
    expect(factoriesOf({ VITE_DEPRECATED_FACTORIES: `${FACTORY}, ${FACTORY}` })).toEqual([
      FACTORY,
      FACTORY,
    ])
    expect(factoriesOf({ VITE_DEPRECATED_FACTORIES: ',' })).toEqual([])
  })

  it('may name dollar feeds, or by a comma that there are none', () => {
    const [token, feed] = [FACTORY, '0xcA11bde05977b3631167028862bE2a173976CA11']
    const feedsOf = (environment: Record<string, unknown>) =>
      parseConfig(environment, BASE).network.dollarFeeds
    expect(feedsOf({}).map((known) => known.feed)).toEqual([
      '0xBE5eA816870D11239c543F84b71439511D70B94f',
    ])
    expect(feedsOf({ VITE_DOLLAR_FEEDS: `${token}:${feed}, ${feed}:${token}` })).toEqual([
      { token, feed },
      { token: feed, feed: token },
    ])
    expect(feedsOf({ VITE_DOLLAR_FEEDS: ',' })).toEqual([])
  })

  it('may describe the bridge: where Ethereum is read, and which tokens are on both sides', () => {
    const { bridge } = parseConfig(
      {
        VITE_ETHEREUM_RPC_URLS: '/ethereum, https://e.test',
        VITE_BRIDGE_OUTBOX: FACTORY,
        VITE_BRIDGE_GATEWAYS: `${FACTORY},${FACTORY}`,
        VITE_BRIDGE_TOKENS: `USDC:6:${FACTORY}:${FACTORY}, BAL:18:${FACTORY}:${FACTORY}`,
        VITE_NATIVE_USDC: `${FACTORY}:${FACTORY}`,
      },
      BASE,
    ).network
    expect(bridge).toEqual({
      ethereumRpcUrls: ['https://app.test/ethereum', 'https://e.test/'],
      outbox: FACTORY,
      gateways: [FACTORY, FACTORY],
      tokens: [
        { symbol: 'USDC', decimals: 6, l1: FACTORY, l2: FACTORY },
        { symbol: 'BAL', decimals: 18, l1: FACTORY, l2: FACTORY },
      ],
      nativeUsdc: { address: FACTORY, takenInstead: FACTORY, takenName: 'USDC.e' },
    })
    const named = parseConfig({ VITE_NATIVE_USDC: `${FACTORY}:${FACTORY}:oldUSD` }, BASE).network
    expect(named.bridge?.nativeUsdc?.takenName).toBe('oldUSD')
  })

  it('may give addresses in lower case: they are known by their checksum anyway', () => {
    const lower = FACTORY.toLowerCase()
    const environment = (address: string) => ({
      VITE_POOL_FACTORY: address,
      VITE_DEPRECATED_FACTORIES: address,
      VITE_KNOWN_POOLS: `${address}, ${address}`,
      VITE_HIDDEN_POOLS: address,
      VITE_DOLLAR_FEEDS: `${address}:${address}`,
      VITE_MULTICALL3: address,
      VITE_BRIDGE_OUTBOX: address,
      VITE_BRIDGE_GATEWAYS: address,
      VITE_BRIDGE_TOKENS: `USDC:6:${address}:${address}`,
      VITE_NATIVE_USDC: `${address}:${address}:oldUSD`,
    })
    const networkOf = (address: string) =>
      JSON.stringify(parseConfig(environment(address), BASE).network)
    expect(networkOf(lower)).toBe(networkOf(FACTORY))
    expect(networkOf(lower)).not.toContain(lower)
  })

  it.each([
    ['/rpc', 'https://app.test/rpc'],
    ['./rpc', 'https://app.test/pools/rpc'],
  ])('may be an RPC on the page’s own host: %s', (given, url) => {
    expect(parseConfig({ VITE_RPC_URLS: given }, BASE).network.rpcUrls).toEqual([url])
  })
})

describe('a bad variable', () => {
  const bad: readonly (readonly [name: string, value: unknown])[] = [
    ['VITE_CHAIN_ID', 'arbitrum'],
    ['VITE_CHAIN_ID', '0'],
    ['VITE_CHAIN_ID', '-1'],
    ['VITE_CHAIN_ID', '1e3'],
    ['VITE_CHAIN_ID', '42161.5'],
    ['VITE_CHAIN_ID', '0xa4b1'],
    ['VITE_CHAIN_ID', '9'.repeat(30)],
    ['VITE_CHAIN_ID', 42_161],
    ['VITE_CHAIN_NAME', 'x'.repeat(41)],
    ['VITE_DOLLAR_FEEDS', FACTORY],
    ['VITE_DOLLAR_FEEDS', `${FACTORY}:0x12`],
    ['VITE_DOLLAR_FEEDS', `${FACTORY}:${FACTORY}:${FACTORY}`],
    ['VITE_RPC_URLS', 'localhost:8545'],
    ['VITE_RPC_URLS', 'ws://127.0.0.1:8545'],
    ['VITE_RPC_URLS', 'javascript:alert(1)'],
    ['VITE_RPC_URLS', 'https://good.test, bad'],
    ['VITE_RPC_URLS', '//elsewhere.test/rpc'],
    ['VITE_RPC_URLS', 'https://me:100%@good.test'],
    ['VITE_RPC_URLS', 'http://'],
    ['VITE_RPC_URLS', ' , '],
    ['VITE_POOL_FACTORY', '0x123'],
    ['VITE_POOL_FACTORY', 'pools.eth'],
    ['VITE_POOL_FACTORY', FACTORY.slice(2)],
    ['VITE_POOL_FACTORY', `${FACTORY}00`],
    ['VITE_POOL_FACTORY', FACTORY.replace('3F', '3G')],
    ['VITE_DEPRECATED_FACTORIES', `${FACTORY},0x123`],
    ['VITE_KNOWN_POOLS', `${FACTORY},0x123`],
    ['VITE_HIDDEN_POOLS', '0x123'],
    ['VITE_FARMS', '0x123'],
    ['VITE_BALANCER_POOLS', 'x'],
    ['VITE_BALANCER_VAULT', '0x12'],
    ['VITE_KNOWN_FEEDS', FACTORY],
    ['VITE_KNOWN_FEEDS', `ETH:${FACTORY}`],
    ['VITE_KNOWN_FEEDS', 'ETH/USD:0x123'],
    ['VITE_KNOWN_FEEDS', `ETH/USD:${FACTORY}:0`],
    ['VITE_KNOWN_FEEDS', `ETH/USD:${FACTORY}:60:1%`],
    ['VITE_KNOWN_FEEDS', `ETH/USD:${FACTORY}:60:1:1`],
    ['VITE_KNOWN_TOKENS', FACTORY],
    ['VITE_KNOWN_TOKENS', `:${FACTORY}`],
    ['VITE_KNOWN_TOKENS', `USDC:${FACTORY}:0x123`],
    ['VITE_KNOWN_TOKENS', `USDC:${FACTORY}:${FACTORY}:more`],
    ['VITE_KNOWN_GOVERNORS', '0x123'],
    ['VITE_FACTORY_RULE', 'create'],
    ['VITE_MULTICALL3', '0x'],
    ['VITE_EXPLORER_URL', 'javascript:alert(1)'],
    ['VITE_EXPLORER_URL', 'arbiscan.io'],
    ['VITE_REFRESH_MS', '0'],
    ['VITE_REFRESH_MS', '-5'],
    ['VITE_REFRESH_MS', 'fast'],
    ['VITE_ETHEREUM_RPC_URLS', 'ws://127.0.0.1:1'],
    ['VITE_ETHEREUM_RPC_URLS', 'https://good.test, bad'],
    ['VITE_BRIDGE_OUTBOX', '0x123'],
    ['VITE_BRIDGE_GATEWAYS', `${FACTORY},0x123`],
    ['VITE_BRIDGE_TOKENS', 'USDC'],
    ['VITE_BRIDGE_TOKENS', `USDC:six:${FACTORY}:${FACTORY}`],
    ['VITE_BRIDGE_TOKENS', `USDC:6:${FACTORY}`],
    ['VITE_BRIDGE_TOKENS', `USDC:6:${FACTORY}:0x123`],
    ['VITE_NATIVE_USDC', FACTORY],
    ['VITE_NATIVE_USDC', `${FACTORY}:0x123`],
    ['VITE_NATIVE_USDC', `${FACTORY}:${FACTORY}:`],
    ['VITE_NATIVE_USDC', `${FACTORY}:${FACTORY}:a:b`],
    ['VITE_WALLETCONNECT_PROJECT_ID', 'abc'],
    ['VITE_WALLETCONNECT_PROJECT_ID', 'g'.repeat(32)],
  ]

  it.each(bad)('%s=%j is named', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem).toMatch(new RegExp(`^${name}: .{5,}`))
  })

  it('does not hide the others: all bad ones are named at once', () => {
    const environment = Object.fromEntries(bad)
    const named = problemsOf(environment).map((problem) => problem.split(':')[0])
    expect([...new Set(named)].sort()).toEqual(Object.keys(environment).sort())
  })

  it('is in the message of the error as well, whose code is stable', () => {
    const parse = () => parseConfig({ VITE_CHAIN_ID: 'x', VITE_MULTICALL3: 'y' }, BASE)
    expect(parse).toThrow(/VITE_CHAIN_ID: .+\n.*VITE_MULTICALL3: /)
    expect(parse).toThrow(expect.objectContaining({ code: 'BAD_ENVIRONMENT' }))
  })

  // A mistyped address reads like a good one until its first use, which then always fails.
  it('is an address whose checksum is wrong', () => {
    expect(problemsOf({ VITE_POOL_FACTORY: FACTORY.replace(/4$/, '5') })).toHaveLength(1)
  })
})

describe('a chain that is not in the table', () => {
  it('needs an RPC and a factory, and says so', () => {
    const factory = { VITE_CHAIN_ID: '5', VITE_POOL_FACTORY: FACTORY }
    const rpc = { VITE_CHAIN_ID: '5', VITE_RPC_URLS: 'http://127.0.0.1:8545' }
    for (const environment of [{ VITE_CHAIN_ID: '5' }, factory, rpc]) {
      const problems = problemsOf(environment)
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/VITE_RPC_URLS.*VITE_POOL_FACTORY/)
    }
    expect(problemsOf({ ...factory, ...rpc })).toEqual([])
  })
})
