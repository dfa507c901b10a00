import { type Address, encodeFunctionData, getContractAddress, type Hex, parseAbi } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { loadArtifact } from '../../devnet/artifacts'
import { sendAndWait } from '../../devnet/controls'
import type { Devnet } from '../../devnet/devnet'
import { pickMarkets } from '../../devnet/markets'
import { leveragedPoolAbi, tokenAbi } from '../../devnet/protocolAbi'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { fetchMarketPrerequisites } from '../chain/newMarket/marketPrerequisites'
import { type AddressPlan, planAddresses } from '../chain/newMarket/planAddresses'
import { WAD } from '../protocol/wad'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import type { CreateIntent } from './kinds/createIntent'
import { resumeFlows, runFlow } from './runFlow'
import { type Between, openTestPage, type TestPageOptions } from './testing/openTestPage'

const alice = accountAddress('Alice')
const governance = accountAddress('Deployer')
const FEE = 25_000_000n
let devnet: Devnet
let undo: Hex
let storage: Map<string, string>

vi.setConfig({ testTimeout: 30_000 })

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets('5-ETH/USD+BAL') })
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  undo = await devnet.client.snapshot()
  storage = new Map()
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await devnet.client.revert({ id: undo })
})

/**
 * A page of the app in the same browser, with what its wallet does between page and node.
 *
 * @param keepsStates Whether the app's own RPC answers for past blocks
 */
async function openPage(between?: Between, keepsStates = true) {
  const newest = await devnet.client.getBlockNumber()
  const onRpc: TestPageOptions['onRpc'] = (method, params) => {
    const [, block] = Array.isArray(params) ? params : []
    const isNumbered = method === 'eth_getTransactionCount' && /^0x/.test(String(block))
    const isOfPast = isNumbered && BigInt(block) < newest
    if (isOfPast && !keepsStates) throw new Error('missing trie node')
  }
  const page = await openTestPage(devnet, { account: alice, between, onRpc, storage })
  return { ...page, onChainChanged: () => undefined }
}

function anIntent(part: Partial<CreateIntent> = {}): CreateIntent {
  const { contracts, feeds, tokens } = devnet.deployment
  return {
    kind: 'create',
    title: 'Make it',
    poolFactory: contracts.poolFactory,
    poolKeeper: contracts.poolKeeper,
    feed: feeds['ETH/USD'].address,
    sma: { numPeriods: 4, updateIntervalSec: 60 },
    ethPrice: { feed: feeds['ETH/BAL'].address },
    terms: {
      poolName: 'ETH/USD+BAL',
      frontRunningIntervalSec: 240,
      updateIntervalSec: 60,
      leverage: 5,
      settlementToken: tokens.BAL.address,
      mintingFeeWad: 3_000_000_000_000_000n,
      burningFeeWad: 1_000_000_000_000_000n,
    },
    fee: undefined,
    code: {
      spot: loadArtifact('ChainlinkOracleWrapper').bytecode,
      sma: loadArtifact('SMAOracle').bytecode,
    },
    created: {},
    ...part,
  }
}

type Page = Awaited<ReturnType<typeof openPage>>

function add({ store }: Page, intent: CreateIntent, needsApproval = false): string {
  const about = { id: 'flow', chainId: devnet.deployment.chainId, account: alice, createdAtMs: 0 }
  store.add(createFlow({ ...about, intent }, needsApproval))
  return about.id
}

function flowIn({ store }: Page): Flow & { readonly intent: CreateIntent } {
  const flow = store.find('flow')
  if (flow?.intent.kind !== 'create') throw new Error('the flow is lost')
  return { ...flow, intent: flow.intent }
}

const statuses = (page: Page) => flowIn(page).steps.map(({ status }) => status.at)
const nonceOf = () => devnet.client.getTransactionCount({ address: alice })

async function plannedFor({ network }: Page, { sma, terms }: CreateIntent) {
  const nothing = { token: undefined, feed: undefined, ethPrice: undefined }
  const ground = await fetchMarketPrerequisites(devnet.client, network, {
    ...nothing,
    account: alice,
  })
  const plan: AddressPlan = {
    account: alice,
    nonce: await nonceOf(),
    isSma: sma !== undefined,
    terms,
  }
  return planAddresses(ground.bases, plan)
}

async function poolOf(page: Page): Promise<Address> {
  const { deployPool } = flowIn(page).intent.created
  if (deployPool === undefined) throw new Error('no pool was made')
  return deployPool
}

describe('a market', () => {
  it('is made step by step, at the addresses that were predicted, with what was asked for', async () => {
    const page = await openPage()
    const intent = anIntent()
    const planned = await plannedFor(page, intent)
    await runFlow(page, add(page, intent))

    expect(flowIn(page).steps.map(({ kind, status }) => [kind, status.at])).toEqual([
      ['deploySpot', 'done'],
      ['deploySma', 'done'],
      ['deployEth', 'done'],
      ['deployPool', 'done'],
    ])
    const { created } = flowIn(page).intent
    expect(created).toMatchObject({
      deploySpot: planned.spotWrapper,
      deploySma: planned.smaWrapper,
      deployPool: planned.pool,
    })
    const about = { address: planned.pool, abi: leveragedPoolAbi } as const
    const found = await devnet.client.multicall({
      allowFailure: false,
      contracts: [
        { ...about, functionName: 'poolName' },
        { ...about, functionName: 'poolTokens' },
        { ...about, functionName: 'poolCommitter' },
        { ...about, functionName: 'oracleWrapper' },
        { ...about, functionName: 'settlementEthOracle' },
        { ...about, functionName: 'updateInterval' },
        { ...about, functionName: 'frontRunningInterval' },
      ],
    })
    expect(found).toEqual([
      '5-ETH/USD+BAL',
      [planned.longToken, planned.shortToken],
      planned.committer,
      planned.smaWrapper,
      created.deployEth,
      60,
      240,
    ])
    await runFlow(page, 'flow')
    expect(page.sent()).toHaveLength(4)
  })

  it('of ETH whose keepers are paid by the same feed needs one wrapper', async () => {
    const page = await openPage()
    const { feed } = anIntent()
    await runFlow(page, add(page, anIntent({ sma: undefined, ethPrice: { feed } })))
    expect(flowIn(page).steps.map(({ kind }) => kind)).toEqual(['deploySpot', 'deployPool'])
    const read = { address: await poolOf(page), abi: leveragedPoolAbi } as const
    const { deploySpot } = flowIn(page).intent.created
    for (const functionName of ['oracleWrapper', 'settlementEthOracle'] as const)
      expect(await devnet.client.readContract({ ...read, functionName })).toBe(deploySpot)
  })

  it('pays the factory’s fee from an approval of exactly that', async () => {
    const { contracts, tokens } = devnet.deployment
    const { address: token } = tokens.USDC
    const abi = parseAbi(['function setDeploymentFee(address, uint256, address)'])
    const data = encodeFunctionData({ abi, args: [token, FEE, governance] })
    await sendAndWait(devnet.client, { from: governance, to: contracts.poolFactory, data })
    const balance = (account: Address) =>
      devnet.client.readContract({
        address: token,
        abi: tokenAbi,
        functionName: 'balanceOf',
        args: [account],
      })
    const before = await balance(alice)
    const page = await openPage()
    const intent = anIntent({ sma: undefined, fee: { token, amount: FEE } })
    await runFlow(page, add(page, intent, true))
    expect(flowIn(page).steps.map(({ kind }) => kind)).toEqual([
      'deploySpot',
      'deployEth',
      'approve',
      'deployPool',
    ])
    expect(statuses(page)).toEqual(['done', 'done', 'done', 'done'])
    expect(before - (await balance(alice))).toBe(FEE)
  })

  it('continues with what is there after a refusal, a reload, and transactions in between', async () => {
    let asked = 0
    const page = await openPage((provider) => ({
      async request(request) {
        if (request.method === 'eth_sendTransaction' && ++asked === 2)
          throw Object.assign(new Error('User rejected the request.'), { code: 4001 })
        return provider.request(request)
      },
    }))
    await runFlow(page, add(page, anIntent()))
    expect(statuses(page)).toEqual(['done', 'stopped', 'ready', 'ready'])
    const { deploySpot } = flowIn(page).intent.created

    await sendAndWait(devnet.client, { from: alice, to: governance, data: '0x' })
    const later = await openPage()
    await resumeFlows(later)
    const planned = await plannedFor(later, anIntent())
    await runFlow(later, 'flow')
    expect(statuses(later)).toEqual(['done', 'done', 'done', 'done'])
    // The average stands where the next nonce has put it, and builds on the wrapper from before.
    expect(flowIn(later).intent.created).toMatchObject({
      deploySpot,
      deploySma: planned.spotWrapper,
    })
    expect(later.sent()).toHaveLength(3)
  })

  it.each([0, 1, 2, 3])(
    'whose answer no. %i is lost is found, and not made twice',
    async (lost) => {
      let asked = 0
      const page = await openPage((provider) => ({
        async request(request) {
          const answer = await provider.request(request)
          if (request.method === 'eth_sendTransaction' && asked++ === lost)
            throw Object.assign(new Error('Internal error'), { code: -32603 })
          return answer
        },
      }))
      const before = await nonceOf()
      await runFlow(page, add(page, anIntent()))
      expect(statuses(page)).toEqual(['done', 'done', 'done', 'done'])
      expect(flowIn(page).steps.map(({ hashes }) => hashes.length)).toEqual([1, 1, 1, 1])
      expect((await nonceOf()) - before).toBe(4)
    },
  )

  it.each([true, false])(
    'lost in a reload is found by the nonce, by a node that keeps states: %s',
    async (keepsStates) => {
      const page = await openPage((provider) => ({
        async request(request) {
          const answer = await provider.request(request)
          return request.method === 'eth_sendTransaction' ? new Promise(() => undefined) : answer
        },
      }))
      const before = await nonceOf()
      void runFlow(page, add(page, anIntent()))
      await expect.poll(nonceOf).toBe(before + 1)
      await sendAndWait(devnet.client, { from: alice, to: governance, data: '0x' })
      const later = await openPage(undefined, keepsStates)
      await resumeFlows(later)
      expect(statuses(later)).toEqual(['done', 'ready', 'ready', 'ready'])
      expect(later.sent()).toEqual([])
      const { steps, intent } = flowIn(later)
      expect(intent.created.deploySpot).toBe(
        getContractAddress({ from: alice, nonce: BigInt(before) }),
      )
      // Its hash can only be told by a node that knows when the nonce was used.
      expect(steps[0]?.hashes).toHaveLength(keepsStates ? 1 : 0)
    },
  )

  it('whose answer is lost is found beside another contract of the account’s', async () => {
    let asked = 0
    const page = await openPage((provider) => ({
      async request(request) {
        if (request.method !== 'eth_sendTransaction' || asked++ > 0)
          return provider.request(request)
        // One that waited for its block since before: it has code, and knows nothing of oracles.
        await sendAndWait(devnet.client, { from: alice, data: '0x6001600c60003960016000f300' })
        await provider.request(request)
        throw Object.assign(new Error('Internal error'), { code: -32603 })
      },
    }))
    const before = await nonceOf()
    await runFlow(page, add(page, anIntent()))
    expect(statuses(page)).toEqual(['done', 'done', 'done', 'done'])
    expect((await nonceOf()) - before).toBe(5)
  })

  it('is not started by an account that is a contract', async () => {
    const page = await openPage()
    await devnet.client.setCode({ address: alice, bytecode: '0x6000' })
    await runFlow(page, add(page, anIntent()))
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'NOT_ALLOWED' })
    expect(page.sent()).toEqual([])
  })

  it('that the factory refuses is not sent: its reason is said', async () => {
    const page = await openPage()
    const { terms } = anIntent()
    const intent = anIntent({ sma: undefined, terms: { ...terms, burningFeeWad: WAD } })
    await runFlow(page, add(page, intent))
    expect(flowIn(page).steps.at(-1)?.status).toMatchObject({
      at: 'stopped',
      message: 'The contract reverted: “Burning fee exceeds limit”. Nothing was sent.',
    })
    expect(page.sent()).toHaveLength(2)
  })
})
