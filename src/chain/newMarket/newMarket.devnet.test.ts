import { type Address, encodeDeployData, encodeFunctionData, parseAbi, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { loadArtifact } from '../../../devnet/artifacts'
import { sendAndWait } from '../../../devnet/controls'
import type { Devnet } from '../../../devnet/devnet'
import { leveragedPoolAbi } from '../../../devnet/protocolAbi'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { WAD } from '../../protocol/wad'
import { type Network, resolveNetwork } from '../network'
import { aggregatorAbi, marketFactoryAbi } from './creationAbi'
import {
  fetchMarketPrerequisites,
  type MarketPrerequisites,
  type MarketPrerequisitesQuery,
} from './marketPrerequisites'
import { planAddresses } from './planAddresses'
import { predictPool } from './predictPool'

const alice = accountAddress('Alice')
const governance = accountAddress('Deployer')
let devnet: Devnet
let network: Network

beforeAll(async () => {
  devnet = await startQuietDevnet()
  const { rpcUrl, deployment } = devnet
  const { poolFactory, multicall3 } = deployment.contracts
  const { chainId } = deployment
  network = resolveNetwork({ chainId, rpcUrls: [rpcUrl], poolFactory, multicall3 })
}, 30_000)
afterAll(() => devnet.stop())

function prerequisitesOf(
  ask: Partial<MarketPrerequisitesQuery> = {},
): Promise<MarketPrerequisites> {
  const nothing = { token: undefined, feed: undefined, ethPrice: undefined, account: undefined }
  return fetchMarketPrerequisites(devnet.client, network, { ...nothing, ...ask })
}

/** Creates a published contract from Alice's account. */
async function create(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = loadArtifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const { contractAddress } = await sendAndWait(devnet.client, {
    from: alice,
    data,
    gas: 5_000_000n,
  })
  if (contractAddress === null || contractAddress === undefined) throw new Error('not created')
  return contractAddress
}

const TERMS = { frontRunningIntervalSec: 17, updateIntervalSec: 61, leverage: 7 }

function deployment(oracleWrapper: Address, change: Record<string, unknown> = {}) {
  const { tokens } = devnet.deployment
  return {
    poolName: 'ETH/USD+BAL',
    frontRunningInterval: TERMS.frontRunningIntervalSec,
    updateInterval: TERMS.updateIntervalSec,
    leverageAmount: TERMS.leverage,
    settlementToken: tokens.BAL.address,
    oracleWrapper,
    settlementEthOracle: oracleWrapper,
    feeController: alice,
    mintingFee: 0n,
    changeInterval: 0n,
    burningFee: 0n,
    ...change,
  }
}

const partsOf = async (pool: Address) => {
  const about = { address: pool, abi: leveragedPoolAbi } as const
  const [committer, [longToken, shortToken]] = await devnet.client.multicall({
    allowFailure: false,
    contracts: [
      { ...about, functionName: 'poolCommitter' },
      { ...about, functionName: 'poolTokens' },
    ],
  })
  return { pool, committer, longToken, shortToken }
}

describe('predicted addresses', () => {
  it('are those of every market that the factory has made', async () => {
    const { bases } = await prerequisitesOf()
    const { markets } = devnet.deployment
    expect(markets.length).toBeGreaterThan(3)
    for (const market of markets)
      expect(predictPool(bases, market), market.name).toEqual(await partsOf(market.pool))
  })

  it.each([false, true])(
    'are right before anything is sent, with an average: %s',
    async (isSma) => {
      const { client, deployment: devnetDeployment } = devnet
      const { feeds, tokens, contracts } = devnetDeployment
      const { bases, creator } = await prerequisitesOf({ account: alice })
      if (creator === undefined) throw new Error('no creator')
      const terms = { ...TERMS, settlementToken: tokens.BAL.address }
      const plan = { account: alice, isSma, terms }
      const planned = planAddresses(bases, { ...plan, nonce: creator.nonce })

      const spot = await create('ChainlinkOracleWrapper', [feeds['ETH/USD'].address, alice])
      expect(spot).toBe(planned.spotWrapper.toLowerCase())
      const nonce = creator.nonce + 1
      // The same plan with what is there already.
      const { spotWrapper } = planned
      expect(planAddresses(bases, { ...plan, nonce, spotWrapper })).toEqual(planned)
      const smaArgs = [spot, 4n, 60n, alice, contracts.poolKeeper, alice]
      const wrapper = isSma ? await create('SMAOracle', smaArgs) : spot
      expect(planned.smaWrapper?.toLowerCase()).toBe(isSma ? wrapper : undefined)

      const args = [deployment(wrapper)] as const
      const data = encodeFunctionData({ abi: marketFactoryAbi, functionName: 'deployPool', args })
      await sendAndWait(client, { from: alice, to: contracts.poolFactory, data, gas: 5_000_000n })
      const { pool, committer, longToken, shortToken } = planned
      expect(await partsOf(pool)).toEqual({ pool, committer, longToken, shortToken })
    },
  )
})

describe('the ground of a market', () => {
  it('has the factory’s limits: what they allow it takes, and not one wei more', async () => {
    const { maxMintingFeeWad, maxBurningFeeWad, managementFeeWad } = await prerequisitesOf()
    expect([maxMintingFeeWad, maxBurningFeeWad]).toEqual([WAD, WAD / 10n])
    expect(managementFeeWad).toBe(WAD / 50n)
    const { contracts, feeds } = devnet.deployment
    const wrapper = await create('ChainlinkOracleWrapper', [feeds['BTC/USD'].address, alice])
    const attempt = (change: Record<string, unknown>) =>
      devnet.client.simulateContract({
        address: contracts.poolFactory,
        abi: marketFactoryAbi,
        functionName: 'deployPool',
        args: [deployment(wrapper, change)],
        account: alice,
      })
    await attempt({ mintingFee: maxMintingFeeWad, burningFee: maxBurningFeeWad })
    await attempt({ leverageAmount: 2 ** 16 - 1, frontRunningInterval: 2 ** 32 - 1 })
    for (const [change, reason] of [
      [{ mintingFee: maxMintingFeeWad + 1n }, /Minting fee exceeds limit/],
      [{ burningFee: maxBurningFeeWad + 1n }, /Burning fee exceeds limit/],
      [{ updateInterval: 0 }, /Update interval cannot be 0/],
      [{ updateInterval: 50 * 31_556_952 }, /Fee >= 100%/],
      [{ leverageAmount: 0 }, /Leveraged amount cannot equal 0/],
    ] as const)
      await expect(attempt(change)).rejects.toThrow(reason)
    await attempt({ updateInterval: 50 * 31_556_952 - 1 })
  })

  it('has token, feed and price of ETH as they answer, wrapped or not', async () => {
    const { tokens, feeds, markets } = devnet.deployment
    const market = markets.find(({ name }) => name === '5-ETH/USD+BAL')
    if (market === undefined) throw new Error('no market in BAL')
    const wrapper = await devnet.client.readContract({
      address: market.pool,
      abi: leveragedPoolAbi,
      functionName: 'settlementEthOracle',
    })
    const updatedAt = async (address: Address) => {
      const read = { address, abi: aggregatorAbi, functionName: 'latestRoundData' } as const
      return (await devnet.client.readContract(read))[3]
    }
    const feed = feeds['ETH/USD'].address
    const wrapped = await prerequisitesOf({ token: tokens.BAL.address, feed, ethPrice: wrapper })
    expect(wrapped.token).toEqual({ symbol: 'BAL', decimals: 18 })
    expect(wrapped.feed).toMatchObject({ decimals: 8, answer: 3_400n * 10n ** 8n })
    expect(wrapped.feed?.updatedAtSec).toBe(await updatedAt(feed))
    const fed = await prerequisitesOf({ ethPrice: feeds['ETH/BAL'].address })
    expect(wrapped.ethPrice).toEqual({
      priceWad: fed.ethPrice?.priceWad,
      updatedAtSec: undefined,
    })
    expect(fed.ethPrice?.updatedAtSec).toBe(await updatedAt(feeds['ETH/BAL'].address))
    expect((await prerequisitesOf({ ethPrice: feed })).ethPrice?.priceWad).toBe(3_400n * WAD)
  })

  it('tells what does not answer from what was not asked for', async () => {
    const nobody = '0x00000000000000000000000000000000000000Aa'
    const { USDC } = devnet.deployment.tokens
    const empty = await prerequisitesOf({ token: nobody, feed: nobody, ethPrice: nobody })
    expect(empty.token).toEqual({ symbol: undefined, decimals: undefined })
    expect([empty.feed, empty.ethPrice]).toEqual([undefined, undefined])
    // A token has decimals as a feed does, and no rounds.
    expect((await prerequisitesOf({ feed: USDC.address })).feed).toBeUndefined()
    const nothing = await prerequisitesOf()
    expect([nothing.token, nothing.creator]).toEqual([undefined, undefined])
  })

  it('has the fee that governance has set, with what the account holds and allows', async () => {
    expect((await prerequisitesOf({ account: alice })).deploymentFee).toBeUndefined()
    const { contracts, tokens } = devnet.deployment
    const { poolFactory } = contracts
    const { address: token } = tokens.USDC
    const setFee = (amount: bigint) =>
      sendAndWait(devnet.client, {
        from: governance,
        to: poolFactory,
        data: encodeFunctionData({
          abi: parseAbi(['function setDeploymentFee(address, uint256, address)']),
          args: [token, amount, governance],
        }),
      })
    await setFee(25_000_000n)
    const { deploymentFee } = await prerequisitesOf({ account: alice })
    expect(deploymentFee).toMatchObject({
      token,
      symbol: 'USDC',
      decimals: 6,
      amount: 25_000_000n,
      allowance: 0n,
    })
    expect(deploymentFee?.balance).toBeGreaterThan(25_000_000n)
    await setFee(0n)
  })

  it('knows an account that is a contract, and one that has only delegated', async () => {
    const { client, deployment: devnetDeployment } = devnet
    const { contracts } = devnetDeployment
    const carol = accountAddress('Carol')
    const isContract = async () => (await prerequisitesOf({ account: carol })).creator?.isContract
    expect(await isContract()).toBe(false)
    await client.setCode({ address: carol, bytecode: '0x6000' })
    expect(await isContract()).toBe(true)
    const delegation = `0xef0100${contracts.poolKeeper.slice(2)}` as const
    await client.setCode({ address: carol, bytecode: delegation })
    expect(await isContract()).toBe(false)
    await client.setCode({ address: carol, bytecode: '0x' })
  })

  it('knows an account that has no ETH', async () => {
    const somebody = '0x00000000000000000000000000000000000000ab'
    const creator = async () => (await prerequisitesOf({ account: somebody })).creator
    expect(await creator()).toEqual({ nonce: 0, isContract: false, hasEth: false })
    await devnet.client.setBalance({ address: somebody, value: 1n })
    expect((await creator())?.hasEth).toBe(true)
  })

  it('says so when there is no factory', async () => {
    await expect(
      fetchMarketPrerequisites(
        devnet.client,
        { ...network, poolFactory: zeroAddress },
        { token: undefined, feed: undefined, ethPrice: undefined, account: undefined },
      ),
    ).rejects.toThrow('no pool factory')
  })
})
