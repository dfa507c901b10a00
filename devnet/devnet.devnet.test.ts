import { formatUnits, getAddress, parseEther, parseEventLogs, parseUnits } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WAD } from '../src/protocol/wad'
import { accountAddress } from './accounts'
import { KEEPER_GAS_PRICE_WEI, MANAGEMENT_FEE_WAD, SECONDARY_FEE_PERCENT } from './deployFactory'
import { type Devnet, startDevnet } from './devnet'
import { MARKETS } from './markets'
import {
  leveragedPoolAbi,
  oracleWrapperAbi,
  poolCommitterAbi,
  poolFactoryAbi,
  poolKeeperAbi,
  priceFeedAbi,
  tokenAbi,
} from './protocolAbi'

let devnet: Devnet

beforeAll(async () => {
  devnet = await startDevnet({ pastSec: 0, keeper: false, walk: false })
}, 30_000)
afterAll(() => devnet.stop())

describe('the protocol', () => {
  it('is wired up as in production', async () => {
    const { client, deployment } = devnet
    const { contracts } = deployment
    const factory = { address: contracts.poolFactory, abi: poolFactoryAbi } as const
    const keeper = { address: contracts.poolKeeper, abi: poolKeeperAbi } as const
    const found = await client.multicall({
      allowFailure: false,
      contracts: [
        { ...factory, functionName: 'poolKeeper' },
        { ...factory, functionName: 'autoClaim' },
        { ...factory, functionName: 'invariantCheck' },
        { ...factory, functionName: 'fee' },
        { ...factory, functionName: 'secondaryFeeSplitPercent' },
        { ...factory, functionName: 'numPools' },
        { ...keeper, functionName: 'keeperRewards' },
        { ...keeper, functionName: 'gasPrice' },
      ],
    })
    expect(found).toEqual([
      contracts.poolKeeper,
      contracts.autoClaim,
      contracts.invariantCheck,
      MANAGEMENT_FEE_WAD,
      SECONDARY_FEE_PERCENT,
      BigInt(MARKETS.length),
      contracts.keeperRewards,
      KEEPER_GAS_PRICE_WEI,
    ])
  })

  it('has Multicall3 at its usual address', async () => {
    const { multicall3 } = devnet.deployment.contracts
    expect(multicall3).toBe('0xcA11bde05977b3631167028862bE2a173976CA11')
    expect((await devnet.client.getCode({ address: multicall3 }))?.length).toBeGreaterThan(2_000)
  })
})

describe.each(MARKETS)('$name', (spec) => {
  const marketOf = () => {
    const market = devnet.deployment.markets.find(({ name }) => name === spec.name)
    if (market === undefined) throw new Error(`${spec.name} is missing`)
    return market
  }

  it('has on chain what was declared', async () => {
    const { client, deployment } = devnet
    const market = marketOf()
    const pool = { address: market.pool, abi: leveragedPoolAbi } as const
    const committer = { address: market.committer, abi: poolCommitterAbi } as const
    const found = await client.multicall({
      allowFailure: false,
      contracts: [
        { ...pool, functionName: 'poolName' },
        { ...pool, functionName: 'getLeverage' },
        { ...pool, functionName: 'updateInterval' },
        { ...pool, functionName: 'frontRunningInterval' },
        { ...pool, functionName: 'settlementToken' },
        { ...committer, functionName: 'getBurningFee' },
        { ...pool, functionName: 'oracleWrapper' },
      ],
    })
    expect(found).toEqual([
      spec.name,
      BigInt(spec.leverage),
      spec.updateIntervalSec,
      spec.frontRunningIntervalSec,
      deployment.tokens[spec.settlement].address,
      spec.burningFeeWad,
      market.oracleWrapper,
    ])
  })

  it('has tokens named after it, with the decimals of what it settles in', async () => {
    const { client, deployment } = devnet
    const { longToken, shortToken } = marketOf()
    const token = (address: typeof longToken) => ({ address, abi: tokenAbi }) as const
    const found = await client.multicall({
      allowFailure: false,
      contracts: [
        { ...token(longToken), functionName: 'symbol' },
        { ...token(shortToken), functionName: 'symbol' },
        { ...token(longToken), functionName: 'decimals' },
      ],
    })
    const ticker = spec.name.slice(spec.name.indexOf('-'))
    const { decimals } = deployment.tokens[spec.settlement]
    expect(found).toEqual([`${spec.leverage}L${ticker}`, `${spec.leverage}S${ticker}`, decimals])
  })

  it('has the declared oracle, full of samples', async () => {
    const { client } = devnet
    const wrapper = { address: marketOf().oracleWrapper, abi: oracleWrapperAbi } as const
    expect(await client.readContract({ ...wrapper, functionName: 'deployer' })).toBe(
      accountAddress('Deployer'),
    )
    const periods = client.readContract({ ...wrapper, functionName: 'numPeriods' })
    if (spec.oracle.kind === 'spot') return expect(periods).rejects.toThrow()
    expect(await periods).toBe(BigInt(spec.oracle.samples))
  })

  it('is funded on both sides and kept up', async () => {
    const { client, deployment } = devnet
    const pool = { address: marketOf().pool, abi: leveragedPoolAbi } as const
    const [short, long] = await client.readContract({ ...pool, functionName: 'balances' })
    const { decimals } = deployment.tokens[spec.settlement]
    expect(Number(formatUnits(long, decimals)) / spec.longSeed).toBeCloseTo(1, 2)
    expect(Number(formatUnits(short, decimals)) / spec.shortSeed).toBeCloseTo(1, 2)
    const last = await client.readContract({ ...pool, functionName: 'lastPriceTimestamp' })
    const { timestamp } = await client.getBlock()
    expect(Number(timestamp - last)).toBeLessThan(spec.updateIntervalSec)
  })
})

describe('a person can', () => {
  it('set a price, and every feed that depends on it follows', async () => {
    const { client, deployment } = devnet
    await devnet.setPrice('ETH', 3_500)
    const price = (name: 'ETH/USD' | 'ETH/BAL') =>
      client.readContract({
        address: deployment.feeds[name].address,
        abi: priceFeedAbi,
        functionName: 'price',
      })
    expect(await price('ETH/USD')).toBe(3_500n * 10n ** 8n)
    expect(await price('ETH/BAL')).toBe((3_500n * WAD * 10n) / 12n)
    await expect(devnet.setPrice('ETH', -1)).rejects.toThrow(RangeError)
  })

  it('ask the faucet for tokens and ETH', async () => {
    const { client, deployment } = devnet
    const address = getAddress('0x00000000000000000000000000000000000000f1')
    await devnet.faucet(address, { ETH: 2, USDC: 1.5 })
    expect(await client.getBalance({ address })).toBe(parseEther('2'))
    const balance = (token: `0x${string}`) =>
      client.readContract({
        address: token,
        abi: tokenAbi,
        functionName: 'balanceOf',
        args: [address],
      })
    expect(await balance(deployment.tokens.USDC.address)).toBe(parseUnits('1.5', 6))
    expect(await balance(deployment.tokens.BAL.address)).toBe(0n)
  })

  it('read recent blocks, and go back to a snapshot', async () => {
    const { client, deployment } = devnet
    const [market] = deployment.markets
    if (market === undefined) throw new Error('no market')
    const pool = { address: market.pool, abi: leveragedPoolAbi } as const
    const id = await client.snapshot()
    const blockNumber = await client.getBlockNumber()
    const before = await client.readContract({ ...pool, functionName: 'balances' })
    await devnet.setPrice('BTC', 99_000)
    await devnet.increaseTime(60)
    await devnet.upkeep([market.pool])
    const after = await client.readContract({ ...pool, functionName: 'balances' })
    expect(after[1]).toBeGreaterThan(before[1])
    expect(await client.readContract({ ...pool, functionName: 'balances', blockNumber })).toEqual(
      before,
    )
    await client.revert({ id })
    expect(await client.readContract({ ...pool, functionName: 'balances' })).toEqual(before)
  })
})

describe('an upkeep', () => {
  it('pays the keeper about what its gas costs, in tokens of 6 and of 18 decimals', async () => {
    const { client, deployment } = devnet
    await devnet.increaseTime(130)
    const [hash] = await devnet.upkeep()
    if (hash === undefined) throw new Error('no upkeep')
    const receipt = await client.getTransactionReceipt({ hash })
    const paid = parseEventLogs({
      abi: poolKeeperAbi,
      eventName: 'KeeperPaid',
      logs: receipt.logs,
    })
    const rewardOf = (name: string) => {
      const market = deployment.markets.find((candidate) => candidate.name === name)
      const event = paid.find(({ args }) => args._pool === market?.pool)
      return event?.args.reward ?? 0n
    }
    // About 300,000 gas at 0.1 gwei and 3,500 dollars per ETH, and a tip for being late.
    expect(Number(formatUnits(rewardOf('1-BTC/USD+USDC'), 6))).toBeGreaterThan(0.05)
    expect(Number(formatUnits(rewardOf('1-BTC/USD+USDC'), 6))).toBeLessThan(0.5)
    expect(Number(formatUnits(rewardOf('5-ETH/USD+BAL'), 18))).toBeGreaterThan(0.05)
    expect(Number(formatUnits(rewardOf('5-ETH/USD+BAL'), 18))).toBeLessThan(0.5)
  })
})
