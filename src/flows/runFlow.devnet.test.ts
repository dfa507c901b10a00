import { type Address, encodeFunctionData, type Hash, type Hex, numberToHex } from 'viem'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { readHoldings } from '../../devnet/holdings'
import { approveTransaction } from '../../devnet/transactions'
import type { WalletController } from '../../devnet/wallet/devnetProvider'
import { erc20Abi, poolCommitterAbi } from '../chain/abi'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import { type Flow, isBusy } from './flow'
import type { FlowContext } from './flowContext'
import type { FlowStore } from './flowStore'
import { getReceived } from './getReceived'
import type { CommitIntent, CommitLeg } from './kinds/commit'
import { resumeFlows, runFlow } from './runFlow'
import type { StepStatus } from './step'
import {
  type Between,
  openTestPage,
  type TestPage,
  type TestPageOptions,
} from './testing/openTestPage'
import { eventually, onQuietMarket } from './testing/quietMarket'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
const dora = accountAddress('Dora')
const AMOUNT = 5_000_000n

/** An error as EIP-1193 has it. */
function walletError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code })
}

vi.setConfig({ testTimeout: 15_000 })

let devnet: Devnet
let market: DeployedMarket
onQuietMarket((started, first) => {
  devnet = started
  market = first
})

interface Page extends FlowContext, TestPage {
  readonly onChainChanged: ReturnType<typeof vi.fn<() => void>>
  /** Every request to the app's own RPC. */
  readonly rpcMethods: string[]
  /** The same browser after a reload: the same storage and wallet, nothing else. */
  reload(): Promise<Page>
}

type PageOptions = Partial<TestPageOptions>

async function openPage(options: PageOptions = {}): Promise<Page> {
  const rpcMethods: string[] = []
  const page = await openTestPage(devnet, {
    account: alice,
    ...options,
    onRpc: (method, params) => {
      rpcMethods.push(method)
      options.onRpc?.(method, params)
    },
  })
  return {
    ...page,
    onChainChanged: vi.fn<() => void>(),
    rpcMethods,
    reload: () => openPage({ ...options, storage: page.storage }),
  }
}

interface OrderOptions {
  readonly account?: Address
  readonly needsApproval?: boolean
  /** How many times the leg is there. */
  readonly legs?: number
  readonly approval?: CommitIntent['approval']
  readonly autoClaimWei?: bigint
}

function addFlow(
  store: FlowStore,
  part: Partial<CommitLeg> = {},
  options: OrderOptions = {},
): string {
  const { account = alice, needsApproval = true, approval = 'exact', autoClaimWei = 0n } = options
  const { pool, committer, settlementToken } = market
  const leg = { commitType: CommitType.LongMint, amount: AMOUNT, fromAggregateBalance: false }
  const intent: CommitIntent = {
    kind: 'commit',
    title: 'Mint',
    pool,
    committer,
    settlementToken,
    legs: Array.from({ length: options.legs ?? 1 }, () => ({ ...leg, ...part })),
    approval,
    autoClaimWei,
    projection: undefined,
  }
  const about = { id: 'flow', chainId: devnet.deployment.chainId, account, createdAtMs: 0, intent }
  store.add(createFlow(about, needsApproval))
  return about.id
}

function addClaim(store: FlowStore, account: Address): string {
  const { pool, committer } = market
  const { chainId } = devnet.deployment
  const intent = { kind: 'claim', title: 'Claim', pool, committer } as const
  store.add(createFlow({ id: 'flow', chainId, account, createdAtMs: 0, intent }, false))
  return 'flow'
}

function flowIn(store: FlowStore): Flow {
  const flow = store.find('flow')
  if (flow === undefined) throw new Error('the flow is lost')
  return flow
}

const statuses = (store: FlowStore) => flowIn(store).steps.map(({ status }) => status.at)
const lastStatus = (store: FlowStore): StepStatus | undefined => flowIn(store).steps.at(-1)?.status

function allowance(account: Address = alice): Promise<bigint> {
  return devnet.client.readContract({
    address: market.settlementToken,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [account, market.pool],
  })
}

/** The hashes of an account's transactions since the snapshot was taken, from the chain itself. */
async function minedBy(account: Address): Promise<Hash[]> {
  const latest = await devnet.client.getBlockNumber()
  const from = account.toLowerCase()
  const hashes: Hash[] = []
  for (let number = startBlock + 1n; number <= latest; number++) {
    const block = await devnet.client.getBlock({ blockNumber: number, includeTransactions: true })
    for (const transaction of block.transactions)
      if (transaction.from.toLowerCase() === from) hashes.push(transaction.hash)
  }
  return hashes
}
let startBlock = 0n
beforeEach(async () => {
  startBlock = await devnet.client.getBlockNumber()
})

describe('a mint', () => {
  it('goes from approval to commit on its own, for exactly its amount', async () => {
    const page = await openPage()
    const path: string[] = []
    page.store.subscribe(() => path.push(statuses(page.store).join(' ')))
    await runFlow(page, addFlow(page.store))

    // When a node has seen it and when not is up to the node.
    expect(path.filter((now, index, all) => now !== all[index - 1]).slice(1)).toEqual([
      'simulating ready',
      'signing ready',
      'sent ready',
      'done ready',
      'done simulating',
      'done signing',
      'done sent',
      'done done',
    ])
    const { steps } = flowIn(page.store)
    expect(steps.flatMap(({ hashes }) => hashes)).toEqual(await minedBy(alice))
    expect(page.sent()).toHaveLength(2)
    // Nothing of the approval is left over, so it was exactly the amount.
    expect(await allowance()).toBe(0n)
    expect(page.onChainChanged).toHaveBeenCalledTimes(2)
  })

  it('sends nothing when it is run again after its end', async () => {
    const page = await openPage()
    const id = addFlow(page.store)
    await runFlow(page, id)
    const before = flowIn(page.store)
    await runFlow(page, id)
    expect(page.sent()).toHaveLength(2)
    expect(flowIn(page.store)).toEqual(before)
  })

  it('sends nothing twice when it is clicked twice', async () => {
    const page = await openPage()
    const id = addFlow(page.store)
    await Promise.all([runFlow(page, id), runFlow(page, id), runFlow(page, id)])
    expect(statuses(page.store)).toEqual(['done', 'done'])
    expect(await minedBy(alice)).toHaveLength(2)
  })

  it('sends no approval when there is one already', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market, AMOUNT))
    const page = await openPage()
    await runFlow(page, addFlow(page.store))
    expect(page.sent()).toHaveLength(1)
    expect(flowIn(page.store).steps[0]).toMatchObject({
      status: { at: 'done' },
      hashes: [],
    })
    expect(statuses(page.store)).toEqual(['done', 'done'])
  })

  it('sends an approval when the one there is one unit too small', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market, AMOUNT - 1n))
    const page = await openPage()
    await runFlow(page, addFlow(page.store))
    expect(page.sent()).toHaveLength(2)
    expect(await allowance()).toBe(0n)
  })
})

describe('while the wallet asks, the interval ends', () => {
  /**
   * A wallet that estimates the gas where none is given, and whose person then takes so long that the queue executes
   * before the transaction is in a block.
   */
  function slowAt(sending: number): Between {
    let sent = 0
    return (provider) => ({
      async request({ method, params }) {
        if (method !== 'eth_sendTransaction' || ++sent !== sending)
          return provider.request({ method, params })
        const [transaction] = params as [{ gas?: Hex }]
        const gas =
          transaction.gas ?? (await provider.request({ method: 'eth_estimateGas', params }))
        await devnet.increaseTime(61)
        await devnet.upkeep([market.pool])
        return provider.request({ method, params: [{ ...transaction, gas }] })
      },
    })
  }

  it('a commit after other commits has gas to settle them and to begin another interval', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    await devnet.increaseTime(61)
    await devnet.upkeep([market.pool])
    const page = await openPage({ between: slowAt(3) })
    await runFlow(page, addFlow(page.store, {}, { needsApproval: false, legs: 3 }))
    expect(statuses(page.store)).toEqual(['done', 'done', 'done'])
  })

  it('a claim has gas to settle what was executed', async () => {
    await sendAndWait(devnet.client, approveTransaction(dora, market))
    const before = await openPage({ account: dora })
    const shortMint = { commitType: CommitType.ShortMint }
    await runFlow(before, addFlow(before.store, shortMint, { account: dora, needsApproval: false }))
    const page = await openPage({ account: dora, between: slowAt(1) })
    await runFlow(page, addClaim(page.store, dora))
    expect(statuses(page.store)).toEqual(['done'])
  })
})

describe('a claim', () => {
  it('brings the escrow into the wallet', async () => {
    const { escrow } = await readHoldings(devnet.client, market, dora)
    expect(escrow.long).toBeGreaterThan(0n)
    const page = await openPage({ account: dora })
    await runFlow(page, addClaim(page.store, dora))
    expect(statuses(page.store)).toEqual(['done'])
    const { wallet, escrow: left } = await readHoldings(devnet.client, market, dora)
    expect([wallet.long, left.long]).toEqual([escrow.long, 0n])
    const status = lastStatus(page.store)
    const hash = status?.at === 'done' ? status.hash : undefined
    const flow = flowIn(page.store)
    expect(await getReceived(devnet.client, flow, hash ?? expect.fail('no hash'))).toEqual([
      { token: { of: 'token', address: market.longToken.toLowerCase() }, amount: escrow.long },
    ])
  })
})

describe('a wallet that refuses', () => {
  it('stops the flow where it was, with nothing sent, and it goes on from there', async () => {
    const page = await openPage()
    const id = addFlow(page.store)
    page.wallet.rejectNext('eth_sendTransaction')
    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['stopped', 'ready'])
    expect(flowIn(page.store).steps[0]?.status).toMatchObject({
      code: 'REJECTED',
      message: 'You rejected the request in your wallet. Nothing was sent.',
    })
    expect(await minedBy(alice)).toEqual([])
    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['done', 'done'])
    expect(await minedBy(alice)).toHaveLength(2)
  })

  it('at the commit leaves the approval done, and asks only for the commit again', async () => {
    let asked = 0
    const page = await openPage({
      between: (provider) => ({
        async request(request) {
          // The second time that a transaction is asked for is the commit.
          if (request.method === 'eth_sendTransaction' && ++asked === 2)
            throw walletError(4001, 'User rejected the request.')
          return provider.request(request)
        },
      }),
    })
    const id = addFlow(page.store)
    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['done', 'stopped'])
    const approval = flowIn(page.store).steps[0]
    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['done', 'done'])
    expect(flowIn(page.store).steps[0]).toEqual(approval)
    expect([asked, (await minedBy(alice)).length]).toEqual([3, 2])
  })
})

describe('before the wallet is asked', () => {
  it('a commit that would revert is explained, and nothing is asked', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const page = await openPage()
    await runFlow(page, addFlow(page.store, { amount: 10n ** 15n }))
    expect(lastStatus(page.store)).toMatchObject({
      at: 'stopped',
      code: 'REVERTED',
      message: expect.stringMatching(/no longer holds this amount.*Nothing was sent/),
    })
    expect(page.sent()).toEqual([])
  })

  it.each<[what: string, code: string, turn: (wallet: WalletController) => void]>([
    ['another account', 'WRONG_ACCOUNT', (wallet) => wallet.switchAccount(bob)],
    ['another chain', 'WRONG_CHAIN', (wallet) => wallet.switchChain(1)],
    ['no account', 'WRONG_ACCOUNT', (wallet) => wallet.disconnect()],
  ])('a wallet with %s is noticed, and nothing is asked', async (_, code, turn) => {
    const page = await openPage()
    const id = addFlow(page.store)
    turn(page.wallet)
    await runFlow(page, id)
    expect(flowIn(page.store).steps[0]?.status).toMatchObject({ at: 'stopped', code })
    expect(page.sent()).toEqual([])
  })

  it.each<[what: string, code: string, turn: (wallet: WalletController) => void]>([
    ['the account', 'WRONG_ACCOUNT', (wallet) => wallet.switchAccount(bob)],
    ['the chain', 'WRONG_CHAIN', (wallet) => wallet.switchChain(1)],
  ])('a wallet that switches %s during the simulation is noticed', async (_, code, turn) => {
    const page: Page = await openPage({
      onRpc: (method) => method === 'eth_blockNumber' && turn(page.wallet),
    })
    await runFlow(page, addFlow(page.store))
    expect(flowIn(page.store).steps[0]?.status).toMatchObject({ at: 'stopped', code })
    expect(page.sent()).toEqual([])
  })

  describe('a wallet that is on another chain without having said so', () => {
    async function runElsewhere(): Promise<Page> {
      let isAway = false
      const page = await openPage({
        between: (provider) => ({
          request: async (request) =>
            isAway && request.method === 'eth_chainId' ? '0x1' : provider.request(request),
        }),
      })
      isAway = true
      const id = addFlow(page.store)
      void runFlow(page, id)
      await eventually(() => expect(statuses(page.store)[0]).toMatch(/stopped|unknown/))
      return page
    }

    it('is sent nothing', async () => {
      const page = await runElsewhere()
      expect(page.sent()).toEqual([])
      page.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
    })

    // viem looks at the chain before it asks the wallet, but its error is wrapped in two others.
    it('stops the flow: nothing is searched for that cannot be', async () => {
      const page = await runElsewhere()
      const status = flowIn(page.store).steps[0]?.status
      page.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned: false })
      expect(status).toMatchObject({ at: 'stopped', code: 'WRONG_CHAIN' })
    })
  })

  it('an RPC that fails stops the flow, and it can be started again', async () => {
    let isDown = true
    const page = await openPage({
      onRpc: () => {
        if (isDown) throw new Error('unreachable')
      },
    })
    const id = addFlow(page.store)
    await runFlow(page, id)
    expect(flowIn(page.store).steps[0]?.status).toMatchObject({ at: 'stopped', code: 'RPC' })
    isDown = false
    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['done', 'done'])
  })
})

/** A wallet that sends, and then fails to say so. */
function silentAfterSending(error: () => unknown): Between {
  return (provider) => ({
    async request(request) {
      const answer = await provider.request(request)
      if (request.method !== 'eth_sendTransaction') return answer
      await devnet.client.waitForTransactionReceipt({ hash: answer as Hash })
      throw error()
    },
  })
}

describe('a wallet whose answer is lost', () => {
  it('is not asked again: the chain is searched for what it sent', async () => {
    const page = await openPage({ between: silentAfterSending(() => new Error('port closed')) })
    await runFlow(page, addFlow(page.store))
    expect(statuses(page.store)).toEqual(['done', 'done'])
    const mined = await minedBy(alice)
    expect(mined).toHaveLength(2)
    expect(flowIn(page.store).steps.flatMap(({ hashes }) => hashes)).toEqual(mined)
    expect(page.sent()).toHaveLength(2)
  })

  // Wallets answer −32603 when their own RPC timed out, having sent or not. viem takes it for a revert.
  it('with an internal error is not asked again either', async () => {
    const error = () => walletError(-32603, 'Request timed out')
    const page = await openPage({ between: silentAfterSending(error) })
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const id = addFlow(page.store, {}, { needsApproval: false })
    await runFlow(page, id)
    await runFlow(page, id)
    expect(await minedBy(alice)).toHaveLength(2)
  })
})

describe('a reload', () => {
  it('while the wallet was asked finds what was sent, and sends nothing', async () => {
    const before = await openPage()
    const id = addFlow(before.store)
    const fromBlock = await devnet.client.getBlockNumber()
    before.store.dispatch(id, 0, { type: 'simulate' })
    before.store.dispatch(id, 0, { type: 'askWallet', fromBlock })
    const sent = approveTransaction(alice, market, AMOUNT)
    const { transactionHash } = await sendAndWait(devnet.client, sent)

    const page = await before.reload()
    await resumeFlows(page)
    expect(flowIn(page.store).steps[0]).toMatchObject({
      status: { at: 'done', hash: transactionHash },
      hashes: [transactionHash],
    })
    expect(statuses(page.store)).toEqual(['done', 'ready'])
    expect(page.sent()).toEqual([])

    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['done', 'done'])
    expect(page.sent()).toHaveLength(1)
    expect(await minedBy(alice)).toHaveLength(2)
  })

  it('after sending follows the transaction to its end, and sends nothing', async () => {
    const before = await openPage()
    const id = addFlow(before.store)
    before.store.dispatch(id, 0, { type: 'simulate' })
    before.store.dispatch(id, 0, { type: 'askWallet', fromBlock: 0n })
    const sent = approveTransaction(alice, market, AMOUNT)
    const { transactionHash: hash } = await sendAndWait(devnet.client, sent)
    before.store.dispatch(id, 0, { type: 'send', hash })

    const page = await before.reload()
    await resumeFlows(page)
    expect(statuses(page.store)).toEqual(['done', 'ready'])
    expect(page.sent()).toEqual([])
    expect(page.onChainChanged).toHaveBeenCalledTimes(1)
  })

  it('between approval and commit continues with the commit, at a click', async () => {
    const before = await openPage()
    const id = addFlow(before.store)
    before.wallet.rejectNext('eth_sendTransaction')
    await runFlow(before, id)
    await sendAndWait(devnet.client, approveTransaction(alice, market, AMOUNT))
    const page = await before.reload()
    await resumeFlows(page)
    expect(page.sent()).toEqual([])
    await runFlow(page, id)
    expect(page.sent()).toHaveLength(1)
    expect(statuses(page.store)).toEqual(['done', 'done'])
  })

  it('during the simulation begins again from there, at a click', async () => {
    const before = await openPage()
    const id = addFlow(before.store)
    before.store.dispatch(id, 0, { type: 'simulate' })
    const page = await before.reload()
    await resumeFlows(page)
    expect(statuses(page.store)).toEqual(['ready', 'ready'])
    expect(page.sent()).toEqual([])
  })

  it('leaves flows of another chain alone', async () => {
    const page = await openPage()
    const id = addFlow(page.store)
    const flow = { ...flowIn(page.store), id: 'elsewhere', chainId: 1 }
    page.store.add(flow)
    page.store.dispatch('elsewhere', 0, { type: 'simulate' })
    await resumeFlows(page)
    expect(page.store.find('elsewhere')?.steps[0]?.status.at).toBe('simulating')
    expect(page.store.find(id)?.steps[0]?.status.at).toBe('ready')
  })

  it('ends the search when the person says that nothing was sent', async () => {
    const page = await openPage()
    const id = addFlow(page.store)
    const fromBlock = await devnet.client.getBlockNumber()
    page.store.dispatch(id, 0, { type: 'simulate' })
    page.store.dispatch(id, 0, { type: 'askWallet', fromBlock })
    const searching = resumeFlows(page)
    await eventually(() => expect(page.rpcMethods).toContain('eth_blockNumber'))
    expect(page.store.dispatch(id, 0, { type: 'declareUnsent', wasWarned: false })).toBe(true)
    await searching
    expect(statuses(page.store)).toEqual(['ready', 'ready'])
  })
})

describe('in its block', () => {
  /** A wallet that names its gas: else anvil tries the transaction out first, on top of what is queued. */
  const withGas: Between = (provider) => ({
    request: (request) => {
      if (request.method !== 'eth_sendTransaction') return provider.request(request)
      const [transaction] = request.params as [object]
      return provider.request({
        ...request,
        params: [{ ...transaction, gas: numberToHex(1_000_000), gasPrice: numberToHex(10 ** 9) }],
      })
    },
  })

  async function untilSent(page: Page): Promise<Hash> {
    await eventually(() => expect(statuses(page.store)).toEqual(['sent']))
    const status = lastStatus(page.store)
    if (status?.at !== 'sent') throw new Error('not sent')
    return status.hash
  }

  /** Takes the place of a transaction that is not mined yet. */
  async function replace(hash: Hash, change: { to?: Address; data?: Hex }): Promise<Hash> {
    const old = await devnet.client.getTransaction({ hash })
    return devnet.client.sendTransaction({
      account: alice,
      chain: null,
      nonce: old.nonce,
      to: change.to ?? old.to,
      data: change.data ?? old.input,
      gas: 1_000_000n,
      gasPrice: 3n * 10n ** 9n,
    })
  }

  beforeEach(async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    await devnet.client.setAutomine(false)
  })

  it('a transaction that reverts has failed, keeps its hash, and can be tried again', async () => {
    const page = await openPage({ between: withGas })
    const id = addFlow(page.store, {}, { needsApproval: false })
    // Mined just before it: the approval is gone, which no simulation could know.
    const args = [market.pool, 0n] as const
    await devnet.client.sendTransaction({
      account: alice,
      chain: null,
      to: market.settlementToken,
      data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args }),
      gas: 200_000n,
      gasPrice: 2n * 10n ** 9n,
    })
    const running = runFlow(page, id)
    const hash = await untilSent(page)
    await devnet.client.mine({ blocks: 1 })
    await running
    expect(flowIn(page.store).steps[0]).toMatchObject({
      status: { at: 'failed', hash, because: 'reverted' },
      hashes: [hash],
    })
    expect(isBusy(flowIn(page.store))).toBe(false)
    expect(page.onChainChanged).toHaveBeenCalled()
  })

  it('a transaction that the wallet made faster is done, under its new hash', async () => {
    const page = await openPage({ between: withGas })
    const running = runFlow(page, addFlow(page.store, {}, { needsApproval: false }))
    const slow = await untilSent(page)
    const fast = await replace(slow, {})
    await devnet.client.mine({ blocks: 1 })
    await running
    expect(flowIn(page.store).steps[0]).toMatchObject({
      status: { at: 'done', hash: fast },
      hashes: [slow, fast],
    })
  })

  it('a transaction that was cancelled in the wallet has failed, and both hashes stay', async () => {
    const page = await openPage({ between: withGas })
    const running = runFlow(page, addFlow(page.store, {}, { needsApproval: false }))
    const wanted = await untilSent(page)
    const cancelling = await replace(wanted, { to: alice, data: '0x' })
    await devnet.client.mine({ blocks: 1 })
    await running
    expect(flowIn(page.store).steps[0]).toMatchObject({
      status: { at: 'failed', because: 'cancelled' },
      hashes: [wanted, cancelling],
    })
  })

  it('a transaction is waited for while the RPC is away, and its hash is kept', async () => {
    let refused = 0
    let isDown = false
    const page = await openPage({
      between: withGas,
      onRpc: () => {
        if (!isDown) return
        refused++
        throw new Error('unreachable')
      },
    })
    page.store.subscribe(() => {
      isDown = statuses(page.store)[0] === 'sent'
    })
    const running = runFlow(page, addFlow(page.store, {}, { needsApproval: false }))
    const hash = await untilSent(page)
    await eventually(() => expect(refused).toBeGreaterThan(0))
    expect(lastStatus(page.store)).toMatchObject({ at: 'sent', hash })
    await devnet.client.mine({ blocks: 1 })
    isDown = false
    await running
    expect(lastStatus(page.store)).toEqual({ at: 'done', hash })
  })
})

describe('a wallet that takes several calls as one', () => {
  const asked = (page: Page, method: string) =>
    page.wallet.requests.filter((request) => request.method === method).length

  async function openBatchingPage(options: PageOptions = {}): Promise<Page> {
    const page = await openPage(options)
    page.wallet.setBatching(true)
    return page
  }

  it('gets approval and commits as one, in one transaction', async () => {
    const page = await openBatchingPage()
    const id = addFlow(page.store, {}, { legs: 2 })
    await runFlow(page, id)
    const mined = await minedBy(alice)
    expect(mined).toHaveLength(1)
    expect(flowIn(page.store).steps).toHaveLength(1)
    expect(flowIn(page.store).steps).toMatchObject([
      { kind: 'batch', status: { at: 'done', hash: mined[0] }, hashes: mined },
    ])
    expect(await committed()).toBe(AMOUNT * 2n)
    expect(await allowance()).toBe(0n)
    expect(page.sent()).toHaveLength(0)
  })

  it('is not bothered with it when a commit is all there is to send', async () => {
    await sendAndWait(devnet.client, approveTransaction(alice, market, AMOUNT))
    const page = await openBatchingPage()
    await runFlow(page, addFlow(page.store))
    expect([asked(page, 'wallet_sendCalls'), page.sent().length]).toEqual([0, 1])
    expect(await committed()).toBe(AMOUNT)
  })

  it('and says that it cannot after all gets them one by one', async () => {
    const page = await openBatchingPage()
    page.wallet.rejectNext('wallet_sendCalls', 5750)
    await runFlow(page, addFlow(page.store))
    expect(statuses(page.store)).toEqual(['done', 'done'])
    expect([asked(page, 'wallet_sendCalls'), page.sent().length]).toEqual([1, 2])
    expect(await committed()).toBe(AMOUNT)
  })

  it('and does not say under which name it goes is asked by the one that it was given', async () => {
    const page = await openBatchingPage({
      between: (provider) => ({
        async request(request) {
          const answer = await provider.request(request)
          return request.method === 'wallet_sendCalls' ? { id: null } : answer
        },
      }),
    })
    const names = new Set<unknown>()
    page.store.subscribe(() => {
      const status = lastStatus(page.store)
      if (status?.at === 'submitted') names.add(status.callsId)
    })
    await runFlow(page, addFlow(page.store))
    expect(statuses(page.store)).toEqual(['done'])
    // With no name in it, what is kept would not be read again after a reload.
    expect([...names]).toEqual([expect.stringMatching(/^0x/)])
    expect(await minedBy(alice)).toHaveLength(1)
  })

  it('and whose owner declines stops with nothing sent, and gets the same batch again', async () => {
    const page = await openBatchingPage()
    const id = addFlow(page.store)
    page.wallet.rejectNext('wallet_sendCalls')
    await runFlow(page, id)
    expect(lastStatus(page.store)).toMatchObject({ at: 'stopped', code: 'REJECTED' })
    expect(await minedBy(alice)).toEqual([])
    await runFlow(page, id)
    expect(statuses(page.store)).toEqual(['done'])
    expect(await minedBy(alice)).toHaveLength(1)
  })

  it('and never answers is asked for the batch by its name, after a reload too', async () => {
    const before = await openBatchingPage()
    const id = addFlow(before.store)
    before.wallet.loseNext('wallet_sendCalls')
    void runFlow(before, id)
    await eventually(async () => expect(await committed()).toBe(AMOUNT))
    const status = lastStatus(before.store)
    expect(status).toMatchObject({ at: 'signing', callsId: expect.stringMatching(/^0x/) })

    // The same wallet: its other page's memory is not at hand here.
    const page = { ...before, store: (await before.reload()).store }
    await resumeFlows(page)
    const mined = await minedBy(alice)
    expect(flowIn(page.store).steps[0]).toMatchObject({
      status: { at: 'done', hash: mined[0] },
      hashes: mined,
    })
    expect(mined).toHaveLength(1)
  })

  it('and forgets the batch does not make it lost: the chain has it', async () => {
    const before = await openBatchingPage()
    const id = addFlow(before.store)
    before.wallet.loseNext('wallet_sendCalls')
    void runFlow(before, id)
    await eventually(async () => expect(await committed()).toBe(AMOUNT))
    // Another wallet object, that knows nothing.
    const page = await before.reload()
    await resumeFlows(page)
    expect(flowIn(page.store).steps[0]?.hashes).toEqual(await minedBy(alice))
    expect(statuses(page.store)).toEqual(['done'])
  })

  it('a batch that would fail for want of money is explained before it is sent', async () => {
    const page = await openBatchingPage()
    await runFlow(page, addFlow(page.store, { amount: 10n ** 15n }))
    expect(flowIn(page.store).steps[0]?.status).toMatchObject({
      at: 'stopped',
      code: 'REVERTED',
      message: expect.stringMatching(/no longer holds this amount/),
    })
    expect(asked(page, 'wallet_sendCalls')).toBe(0)
  })

  /** What the account has given to the committer for its mints, fees included. */
  async function committed(): Promise<bigint> {
    const events = await devnet.client.getContractEvents({
      address: market.committer,
      abi: poolCommitterAbi,
      eventName: 'CreateCommit',
      args: { user: alice },
      fromBlock: startBlock + 1n,
    })
    return events.reduce((sum, { args }) => sum + (args.amount ?? 0n), 0n)
  }
})

describe('an order of two parts', () => {
  it('is one approval and two commits, in order, the claim paid for with the last', async () => {
    const page = await openPage()
    await runFlow(page, addFlow(page.store, {}, { legs: 2, autoClaimWei: 7n }))
    expect(statuses(page.store)).toEqual(['done', 'done', 'done'])
    const mined = await minedBy(alice)
    expect(flowIn(page.store).steps.flatMap(({ hashes }) => hashes)).toEqual(mined)
    const sent = await Promise.all(mined.map((hash) => devnet.client.getTransaction({ hash })))
    expect(sent.map(({ value }) => value)).toEqual([0n, 0n, 7n])
    expect(await allowance()).toBe(0n)
  })

  it('whose equal parts lose their answers finds each its own', async () => {
    const page = await openPage({ between: silentAfterSending(() => new Error('port closed')) })
    await runFlow(page, addFlow(page.store, {}, { legs: 2 }))
    expect(flowIn(page.store).steps.flatMap(({ hashes }) => hashes)).toEqual(await minedBy(alice))
    expect(page.sent()).toHaveLength(3)
  })

  it('may approve any amount, once and for all', async () => {
    const page = await openPage()
    await runFlow(page, addFlow(page.store, {}, { legs: 2, approval: 'unlimited' }))
    expect(await allowance()).toBeGreaterThan(2n ** 255n)
    expect(page.sent()).toHaveLength(3)
  })
})

describe('two tabs', () => {
  /** Web Locks as far as they are used here. */
  function fakeLocks() {
    const held = new Map<string, Promise<void>>()
    let close = (): void => undefined
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    return {
      /** As if the tab that has a lock now were closed. */
      close,
      async request(name: string, work: () => Promise<void>): Promise<void> {
        const before = held.get(name) ?? Promise.resolve()
        const turn = before.then(work)
        const settled = Promise.race([turn.catch(() => undefined), closed])
        held.set(name, settled)
        await turn.finally(() => held.get(name) === settled && held.delete(name))
      },
    }
  }

  it('do not disturb each other: one that opens leaves alone what the other has in hand', async () => {
    vi.stubGlobal('navigator', { locks: fakeLocks() })
    const here = await openPage()
    here.wallet.setDelay(100)
    const running = runFlow(here, addFlow(here.store))
    await eventually(() => expect(statuses(here.store)).toEqual(['signing', 'ready']))
    const there = await here.reload()
    const resuming = resumeFlows(there)
    expect(statuses(there.store)).toEqual(['signing', 'ready'])
    await running
    await resuming
    expect(statuses(there.store)).toEqual(['done', 'done'])
    expect(await minedBy(alice)).toHaveLength(2)
  })

  it('take over from each other: what a tab that is closed had sent is found by the other', async () => {
    const locks = fakeLocks()
    vi.stubGlobal('navigator', { locks })
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const here = await openPage({
      between: (provider) => ({
        async request(request) {
          const answer = await provider.request(request)
          return request.method === 'eth_sendTransaction' ? new Promise(() => undefined) : answer
        },
      }),
    })
    void runFlow(here, addFlow(here.store, {}, { needsApproval: false }))
    await eventually(() => expect(statuses(here.store)).toEqual(['signing']))
    const there = await here.reload()
    const resuming = resumeFlows(there)
    // Asked again and again, it waits once.
    await resumeFlows(there)
    // The approval of before, and the commit.
    await eventually(async () => expect(await minedBy(alice)).toHaveLength(2))
    expect(statuses(there.store)).toEqual(['signing'])
    locks.close()
    await resuming
    expect(statuses(there.store)).toEqual(['done'])
    expect(flowIn(there.store).steps[0]?.hashes).toEqual((await minedBy(alice)).slice(1))
    expect(there.sent()).toEqual([])
  })

  it('that are clicked one after the other send once', async () => {
    vi.stubGlobal('navigator', { locks: fakeLocks() })
    const here = await openPage()
    const id = addFlow(here.store)
    const there = await here.reload()
    await Promise.all([runFlow(here, id), runFlow(there, id)])
    expect(await minedBy(alice)).toHaveLength(2)
    expect([here.sent().length, there.sent().length]).toEqual([2, 0])
  })
})

describe('whatever else happens', () => {
  // A browser without Web Locks (plain http): the other tab's reload takes the step out of our hands.
  it('the wallet is not asked when the store would not write it down', async () => {
    const page: Page = await openPage({
      onRpc: (method) =>
        method === 'eth_blockNumber' && page.store.dispatch('flow', 0, { type: 'reload' }),
    })
    await runFlow(page, addFlow(page.store))
    expect(page.sent()).toEqual([])
  })

  it('an amount that no commit can hold does not leave the flow in between', async () => {
    const page = await openPage()
    const id = addFlow(page.store, { amount: 1n << 128n }, { needsApproval: false })
    await runFlow(page, id).catch(() => undefined)
    expect(statuses(page.store)).toEqual(['stopped'])
  })
})
