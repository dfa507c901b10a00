import {
  type Address,
  encodeFunctionData,
  type Hash,
  type Hex,
  numberToHex,
  parseAbi,
  parseEther,
} from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { approveTransaction, upkeepTransaction } from '../../devnet/transactions'
import type { WalletProvider, WalletRequest } from '../../devnet/wallet/devnetProvider'
import { erc20Abi, poolCommitterAbi } from '../chain/abi'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import type { FlowContext } from './flowContext'
import type { CommitIntent } from './kinds/commit'
import type { Intent } from './kinds/kinds'
import { revokeIntent } from './kinds/revoke'
import { resumeFlows, runFlow } from './runFlow'
import { declareUnsent } from './searchLost'
import { openTestPage, type TestPage } from './testing/openTestPage'
import { eventually, onQuietMarket } from './testing/quietMarket'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
const AMOUNT = 5_000_000n
const outerAbi = parseAbi([
  'struct Call { address target; bool allowFailure; bytes callData; }',
  'function aggregate3(Call[] calls) payable returns ((bool success, bytes returnData)[])',
])

vi.setConfig({ testTimeout: 30_000 })

let devnet: Devnet
let market: DeployedMarket
let other: DeployedMarket
onQuietMarket((started, first) => {
  devnet = started
  market = first
  const [, second] = started.deployment.markets
  if (second === undefined) throw new Error('two markets')
  other = second
}, '3-BTC/USD+USDC')

type Page = FlowContext & TestPage

async function openPage(
  account: Address,
  between?: (provider: WalletProvider) => Partial<WalletProvider>,
  storage?: Map<string, string>,
): Promise<Page> {
  const page = await openTestPage(devnet, {
    account,
    between,
    ...(storage === undefined ? {} : { storage }),
  })
  return { ...page, onChainChanged: () => undefined }
}

function anOrder(where: DeployedMarket = market, legs = 1): CommitIntent {
  const { pool, committer, settlementToken } = where
  const leg = { commitType: CommitType.LongMint, amount: AMOUNT, fromAggregateBalance: false }
  return {
    kind: 'commit',
    title: 'Mint',
    pool,
    committer,
    settlementToken,
    legs: Array.from({ length: legs }, () => leg),
    approval: 'exact',
    autoClaimWei: 0n,
    projection: undefined,
  }
}

function add({ store }: Page, account: Address, intent: Intent, id = 'flow', approves = false) {
  const { chainId } = devnet.deployment
  store.add(createFlow({ id, chainId, account, createdAtMs: 0, intent }, approves))
  return id
}

function flowIn({ store }: Pick<Page, 'store'>, id = 'flow'): Flow {
  const flow = store.find(id)
  if (flow === undefined) throw new Error('the flow is lost')
  return flow
}

const statusOf = (page: Pick<Page, 'store'>, id = 'flow') => flowIn(page, id).steps.at(-1)?.status

async function commitsOf(account: Address): Promise<number> {
  const events = await Promise.all(
    [market, other].map(({ committer }) =>
      devnet.client.getContractEvents({
        address: committer,
        abi: poolCommitterAbi,
        eventName: 'CreateCommit',
        args: { user: account },
        fromBlock: startBlock,
      }),
    ),
  )
  return events.flat().length
}
let startBlock = 0n
beforeEach(async () => {
  startBlock = await devnet.client.getBlockNumber()
})

describe('an account that is a contract, whose transaction goes through whatever becomes of its calls', () => {
  let vault: Address
  beforeEach(async () => {
    vault = devnet.deployment.contracts.multicall3
    const { client } = devnet
    await client.impersonateAccount({ address: vault })
    await client.setBalance({ address: vault, value: parseEther('1') })
    const data = encodeFunctionData({
      abi: parseAbi(['function transfer(address to, uint256 amount) returns (bool)']),
      functionName: 'transfer',
      args: [vault, AMOUNT * 10n],
    })
    await sendAndWait(client, { from: alice, to: market.settlementToken, data })
    for (const pool of [market, other]) await sendAndWait(client, approveTransaction(vault, pool))
  })

  /** Sends these calls as one transaction of the vault’s, none of which has to succeed. */
  async function carry(calls: readonly { to: Address; data: Hex }[]): Promise<Hash> {
    const data = encodeFunctionData({
      abi: outerAbi,
      functionName: 'aggregate3',
      args: [calls.map(({ to, data: callData }) => ({ target: to, allowFailure: true, callData }))],
    })
    const receipt = await sendAndWait(devnet.client, {
      from: bob,
      to: vault,
      data,
      gas: 3_000_000n,
    })
    return receipt.transactionHash
  }

  const carrying =
    (before: () => Promise<unknown>) =>
    (provider: WalletProvider): Partial<WalletProvider> => ({
      request: async (request: WalletRequest) => {
        if (request.method !== 'eth_sendTransaction') return provider.request(request)
        const [call] = request.params as [{ to: Address; data: Hex }]
        await before()
        return carry([call])
      },
    })

  /** A page whose wallet notes what it is asked to send, and breaks off. */
  async function openLosing() {
    const calls: { to: Address; data: Hex }[] = []
    const page = await openPage(vault, (provider) => ({
      request: async (request: WalletRequest) => {
        if (request.method !== 'eth_sendTransaction') return provider.request(request)
        calls.push((request.params as [{ to: Address; data: Hex }])[0])
        throw Object.assign(new Error('lost'), { code: -32603 })
      },
    }))
    return { page, calls }
  }

  it('has committed when the contract says so', async () => {
    const page = await openPage(
      vault,
      carrying(async () => undefined),
    )
    await runFlow(page, add(page, vault, anOrder()))
    expect(statusOf(page)).toMatchObject({ at: 'done' })
    expect(await commitsOf(vault)).toBe(1)
  })

  it('has not when the call inside has failed: that is said, with the reason, and it can be tried again', async () => {
    const revoke = () => sendAndWait(devnet.client, approveTransaction(vault, market, 0n))
    let isFirst = true
    const page = await openPage(
      vault,
      carrying(async () => {
        if (isFirst) await revoke()
        isFirst = false
      }),
    )
    const id = add(page, vault, anOrder())
    await runFlow(page, id)
    expect(statusOf(page)).toMatchObject({
      at: 'failed',
      because: 'undone',
      reason: expect.stringMatching(/approval no longer covers/),
    })
    expect(await commitsOf(vault)).toBe(0)
    await sendAndWait(devnet.client, approveTransaction(vault, market))
    await runFlow(page, id)
    expect(statusOf(page)).toMatchObject({ at: 'done' })
    expect(await commitsOf(vault)).toBe(1)
  })

  it('finds the commits of two flows in one transaction, each its own', async () => {
    const { page, calls } = await openLosing()
    for (const [id, where] of [
      ['one', market],
      ['two', other],
      ['three', market],
    ] as const)
      void runFlow(page, add(page, vault, anOrder(where), id))
    await eventually(() => expect(calls).toHaveLength(3))
    const hash = await carry(calls)
    await eventually(() => {
      for (const id of ['one', 'two', 'three'])
        expect(statusOf(page, id)).toEqual({ at: 'done', hash })
    })
    expect(await commitsOf(vault)).toBe(3)
  })

  it('finds one of two equal commits, and not the one that has failed', async () => {
    const { page, calls } = await openLosing()
    for (const id of ['one', 'two']) void runFlow(page, add(page, vault, anOrder(), id))
    await eventually(() => expect(calls).toHaveLength(2))
    // Enough for one of them.
    await sendAndWait(devnet.client, approveTransaction(vault, market, AMOUNT))
    await carry(calls)
    await eventually(() => {
      const ends = ['one', 'two'].map((id) => statusOf(page, id)?.at)
      expect(ends.sort()).toEqual(['done', 'failed'])
    })
    expect(await commitsOf(vault)).toBe(1)
  })
})

describe('a batch that the wallet says has failed', () => {
  /** What the wallet says of its batches, whatever it has done. */
  const saying = (status: number, isSent: boolean) => (provider: WalletProvider) => ({
    request: async (request: WalletRequest) => {
      if (request.method === 'wallet_sendCalls') {
        const [{ id }] = request.params as [{ id: string }]
        if (isSent) await provider.request(request)
        return { id }
      }
      if (request.method !== 'wallet_getCallsStatus') return provider.request(request)
      return { version: '2.0.0', id: '0x1', chainId: '0x1', status, atomic: true, receipts: [] }
    },
  })

  it('is done anyway when it is on the chain', async () => {
    const page = await openPage(alice, saying(500, true))
    page.wallet.setBatching(true)
    await runFlow(page, add(page, alice, anOrder(), 'flow', true))
    expect(statusOf(page)).toMatchObject({ at: 'done' })
    expect(await commitsOf(alice)).toBe(1)
  })

  it('is searched for, and never simply offered again, when it is not', async () => {
    const page = await openPage(alice, saying(500, false))
    page.wallet.setBatching(true)
    void runFlow(page, add(page, alice, anOrder(), 'flow', true))
    await eventually(() =>
      expect(statusOf(page)).toMatchObject({
        at: 'unknown',
        searched: 'nothing',
        message: 'Your wallet reports that it didn’t execute this.',
      }),
    )
    await declareUnsent(page, 'flow', false)
    expect(statusOf(page)).toEqual({ at: 'ready' })
    expect(await commitsOf(alice)).toBe(0)
  })

  it('that it says is done, and is nowhere, is not done', async () => {
    const page = await openPage(alice, saying(200, false))
    page.wallet.setBatching(true)
    void runFlow(page, add(page, alice, anOrder(), 'flow', true))
    await eventually(() => expect(statusOf(page)).toMatchObject({ at: 'submitted' }))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(statusOf(page)).toMatchObject({ at: 'submitted' })
  })
})

describe('a batch that a wallet was away with', () => {
  it('is taken up again when the wallet is back, and not asked for a second time', async () => {
    let isAway = true
    const page = await openPage(alice, (provider) => ({
      request: async (request: WalletRequest) => {
        if (request.method === 'wallet_sendCalls')
          throw Object.assign(new Error('broke off'), { code: -32603 })
        if (request.method !== 'wallet_getCallsStatus') return provider.request(request)
        if (isAway) throw Object.assign(new Error('locked'), { code: -32603 })
        return { version: '2.0.0', id: '0x1', chainId: '0x1', status: 100, atomic: true }
      },
    }))
    page.wallet.setBatching(true)
    const id = add(page, alice, anOrder(), 'flow', true)
    void runFlow(page, id)
    await eventually(() => expect(statusOf(page)).toMatchObject({ searched: 'nothing' }))
    await declareUnsent(page, id, false)
    expect(statusOf(page)).toEqual({ at: 'ready' })
    isAway = false
    void runFlow(page, id)
    await eventually(() => expect(statusOf(page)).toMatchObject({ at: 'submitted' }))
  })
})

describe('a wallet that stays silent', () => {
  it('does not keep what it has sent from being found, without a reload', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const page = await openPage(alice)
    page.wallet.loseNext('eth_sendTransaction')
    await runFlow(page, add(page, alice, anOrder()))
    expect(statusOf(page)).toMatchObject({ at: 'done' })
    expect(page.sent()).toHaveLength(1)
  })

  it('and sends after the person has said that it did not, is not asked a second time', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const held: WalletRequest[] = []
    const page = await openPage(alice, (provider) => ({
      request: async (request: WalletRequest) => {
        if (request.method !== 'eth_sendTransaction') return provider.request(request)
        held.push(request)
        throw Object.assign(new Error('broke off'), { code: -32603 })
      },
    }))
    const id = add(page, alice, anOrder())
    void runFlow(page, id)
    await eventually(() => expect(statusOf(page)).toMatchObject({ searched: 'nothing' }))
    await declareUnsent(page, id, false)
    expect(statusOf(page)).toEqual({ at: 'ready' })
    // The request was still open in the wallet, and is confirmed there now.
    const [request] = held
    if (request === undefined) throw new Error('nothing was asked')
    const { data, to } = (request.params as [{ data: Hex; to: Address }])[0]
    await sendAndWait(devnet.client, { from: alice, to, data })
    await runFlow(page, id)
    expect(statusOf(page)).toMatchObject({ at: 'done' })
    expect(held).toHaveLength(1)
    expect(await commitsOf(alice)).toBe(1)
  })
})

describe('what the browser has kept, and someone else has written', () => {
  const foreign = bob
  it.each<[what: string, part: Partial<CommitIntent>]>([
    ['another pool, which is given everything', { pool: foreign, approval: 'unlimited' }],
    ['another committer', { committer: foreign }],
    ['another token', { settlementToken: foreign }],
  ])('names %s: nothing is asked for', async (_, part) => {
    const storage = new Map<string, string>()
    const before = await openPage(alice, undefined, storage)
    add(before, alice, { ...anOrder(), ...part }, 'flow', true)
    const page = await openPage(alice, undefined, storage)
    await resumeFlows(page)
    await runFlow(page, 'flow')
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'NOT_OWN' })
    expect(page.sent()).toEqual([])
  })

  it('pays a fortune for the claim: nothing is asked for, the approval neither', async () => {
    const storage = new Map<string, string>()
    const before = await openPage(alice, undefined, storage)
    add(before, alice, { ...anOrder(), autoClaimWei: parseEther('1') }, 'flow', true)
    const page = await openPage(alice, undefined, storage)
    await runFlow(page, 'flow')
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'CLAIM_OFFER' })
    expect(page.sent()).toEqual([])
  })

  it('names another keeper: nothing is asked for', async () => {
    const page = await openPage(alice)
    const { pool } = market
    const gas = 3_000_000n
    const intent = {
      kind: 'upkeep',
      title: '',
      pool,
      poolKeeper: foreign,
      pools: [pool],
      gas,
    } as const
    await runFlow(page, add(page, alice, intent))
    expect(statusOf(page)).toMatchObject({ at: 'stopped', code: 'NOT_OWN' })
    expect(page.sent()).toEqual([])
  })
})

describe('upkeeps', () => {
  const anUpkeep = (...pools: readonly Address[]): Intent => ({
    kind: 'upkeep',
    title: 'Perform',
    pool: pools[0] ?? market.pool,
    poolKeeper: poolKeeper(),
    pools,
    gas: 3_000_000n,
  })
  const becomeDue = () => devnet.client.increaseTime({ seconds: 2 * market.updateIntervalSec })
  const poolKeeper = () => devnet.deployment.contracts.poolKeeper

  it('are done when each of them is', async () => {
    await becomeDue()
    const page = await openPage(alice)
    await runFlow(page, add(page, alice, anUpkeep(market.pool, other.pool)))
    expect(statusOf(page)).toMatchObject({ at: 'done' })
  })

  it('that someone else has performed meanwhile are not done', async () => {
    await becomeDue()
    const ours = anUpkeep(market.pool)
    const page = await openPage(alice, (provider) => ({
      request: async (request: WalletRequest) => {
        if (request.method === 'eth_sendTransaction') {
          await sendAndWait(devnet.client, upkeepTransaction(bob, poolKeeper(), [market.pool]))
        }
        return provider.request(request)
      },
    }))
    await runFlow(page, add(page, alice, ours))
    expect(statusOf(page)).toMatchObject({
      because: 'undone',
      reason: 'Someone else rebalanced first. Nothing more was due.',
    })
  })
})

describe('an approval', () => {
  const allowance = () =>
    devnet.client.readContract({
      address: market.settlementToken,
      abi: erc20Abi,
      functionName: 'allowance',
      args: [alice, market.pool],
    })

  it('is taken back', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const page = await openPage(alice)
    const { pool: address, settlementToken: token } = market
    const settlementToken = { address: token, symbol: 'USDC', decimals: 6 }
    await runFlow(page, add(page, alice, revokeIntent({ address, settlementToken }, 'the market')))
    expect(statusOf(page)).toMatchObject({ at: 'done', hash: expect.any(String) })
    expect(await allowance()).toBe(0n)
  })

  it('counts as given by the allowance after its block, not by its transaction', async () => {
    // The person lowers it in the wallet, which some offer.
    const page = await openPage(alice, (provider) => ({
      request: async (request: WalletRequest) => {
        if (request.method !== 'eth_sendTransaction') return provider.request(request)
        const [call] = request.params as [{ to: Address }]
        const { data } = approveTransaction(alice, market, AMOUNT - 1n)
        return provider.request({
          ...request,
          params: [{ ...call, data, gas: numberToHex(100_000) }],
        })
      },
    }))
    await runFlow(page, add(page, alice, anOrder(), 'flow', true))
    expect(flowIn(page).steps[0]?.status).toMatchObject({ at: 'failed', because: 'undone' })
    expect(await allowance()).toBe(AMOUNT - 1n)
    expect(page.sent()).toHaveLength(1)
  })
})
