import {
  createClient,
  custom,
  type EIP1193RequestFn,
  encodeFunctionData,
  http,
  numberToHex,
  parseEther,
} from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { appEnvironment } from '../../../devnet/appEnvironment'
import { increaseTime, sendAndWait } from '../../../devnet/controls'
import { type Devnet, startDevnet } from '../../../devnet/devnet'
import { outboxAbi } from '../../../devnet/ethereum/bridgeAbi'
import { type BridgeSides, bridgeSides } from '../../../devnet/ethereum/bridgeSides'
import { mintOnEthereum } from '../../../devnet/ethereum/mintOnEthereum'
import { claimWithdrawals, confirmWithdrawals } from '../../../devnet/ethereum/outbox'
import { withdrawEth, withdrawToken } from '../../../devnet/ethereum/withdrawal'
import { pickMarkets } from '../../../devnet/markets'
import { parseConfig } from '../../app/parseConfig'
import type { Network } from '../network'
import type { BridgeNetwork } from './bridgeNetwork'
import { getBalances } from './getBalances'
import { getOutboxState } from './getOutboxState'
import { getWithdrawals, type WithdrawalLog } from './getWithdrawals'
import { resolveBridge } from './resolveBridge'

const ALICE = accountAddress('Alice')
const BOB = accountAddress('Bob')
const { signal } = new AbortController()

let devnet: Devnet
let sides: BridgeSides
let network: Network
let bridge: BridgeNetwork
let asked: string[]

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC')
  devnet = await startDevnet({ pastSec: 0, keeper: false, walk: false, markets, ethereum: true })
  sides = bridgeSides(devnet)
  network = parseConfig(appEnvironment(devnet.deployment), 'http://localhost/').network
  const known = resolveBridge(network)
  if (known === undefined) throw new Error('The devnet’s bridge is not known')
  bridge = known
})
afterAll(() => devnet.stop())
beforeEach(() => {
  asked = []
})

/** A client that counts, of an RPC that gives logs of few blocks at a time. */
function clientOf(rpcUrl: string | undefined, mostBlocks = Number.POSITIVE_INFINITY) {
  const transport = http(rpcUrl)({ retryCount: 0 })
  const request = (async ({ method, params }: { method: string; params: unknown }) => {
    asked.push(method)
    if (method === 'eth_getLogs') {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }]
      if (Number(toBlock) - Number(fromBlock) >= mostBlocks)
        throw Object.assign(new Error('block range is too large'), { code: -32005 })
    }
    return transport.request({ method, params } as never)
  }) as EIP1193RequestFn
  return createClient({ transport: custom({ request }) })
}

async function read(known?: WithdrawalLog, mostBlocks?: number, account = ALICE) {
  const client = clientOf(network.rpcUrls[0], mostBlocks)
  const head = await devnet.client.getBlockNumber()
  return getWithdrawals({ client, network, bridge, account, head, reach: 0n, known, signal })
}

async function outbox(positions: readonly bigint[], mostBlocks?: number) {
  const ethereum = clientOf(bridge.ethereumRpcUrls[0], mostBlocks)
  return getOutboxState(ethereum, clientOf(network.rpcUrls[0]), bridge, positions, signal)
}

describe('balances on Ethereum', () => {
  it('come in one request, ETH and any tokens, without those that do not answer', async () => {
    await mintOnEthereum(sides, BOB, 'USDC', 1_234_567n)
    await mintOnEthereum(sides, BOB, 'BAL', 9n)
    await sides.ethereum.setBalance({ address: BOB, value: 42n })
    const [usdc, bal] = bridge.tokens.map(({ l1 }) => l1)
    if (usdc === undefined || bal === undefined) throw new Error('The pairs are missing')
    const ethereum = clientOf(bridge.ethereumRpcUrls[0])
    const balances = await getBalances(ethereum, bridge.ethereumMulticall3, BOB, [usdc, bal, BOB])
    expect(balances).toEqual({
      ethWei: 42n,
      tokens: new Map([
        [usdc, 1_234_567n],
        [bal, 9n],
      ]),
    })
    expect(asked).toEqual(['eth_call'])
  })
})

describe('withdrawals', () => {
  it('are the account’s own, each listed once, with time, and only what is new is read again', async () => {
    await withdrawEth(sides, ALICE, parseEther('0.5'))
    await withdrawToken(sides, BOB, 'USDC', 3n)
    await increaseTime(devnet.client, 100)
    await withdrawToken(sides, ALICE, 'USDC', 100_000_001n)
    const first = await read()
    const [usdc] = bridge.tokens
    expect(first.withdrawals).toMatchObject([
      { position: 0n, l1Token: undefined, amount: parseEther('0.5'), to: ALICE },
      { position: 2n, l1Token: usdc?.l1, amount: 100_000_001n, to: ALICE },
    ])
    for (const { blockNumber, startedAtSec } of first.withdrawals)
      expect(startedAtSec).toBe((await devnet.client.getBlock({ blockNumber })).timestamp)
    expect((await read(undefined, undefined, BOB)).withdrawals).toHaveLength(1)

    await devnet.client.mine({ blocks: 10 })
    await withdrawToken(sides, ALICE, 'BAL', 5n)
    asked = []
    const second = await read(first)
    expect(second.withdrawals).toEqual([
      ...first.withdrawals,
      expect.objectContaining({ position: 3n, amount: 5n }),
    ])
    expect(asked.filter((method) => method === 'eth_getLogs')).toHaveLength(1)
    expect(second).toEqual(await read())
    expect(second).toEqual(await read(undefined, 7))
  })

  it('of blocks that are no longer there are forgotten', async () => {
    const id = await devnet.client.snapshot()
    await withdrawToken(sides, ALICE, 'BAL', 77n)
    const log = await read()
    expect(log.withdrawals.at(-1)?.amount).toBe(77n)
    await devnet.client.revert({ id })
    await withdrawToken(sides, ALICE, 'BAL', 55n)
    const amounts = (await read(log)).withdrawals.map(({ amount }) => amount)
    expect(amounts).not.toContain(77n)
    expect(amounts.at(-1)).toBe(55n)
  })

  it('wait until Ethereum has confirmed their block, and are claimed there', async () => {
    const { withdrawals } = await read()
    const positions = withdrawals.map(({ position }) => position)
    expect(await outbox(positions)).toEqual({ spent: new Set(), confirmedBlock: 0n })

    await confirmWithdrawals(sides)
    const late = await withdrawToken(sides, ALICE, 'USDC', 9n)
    const confirmed = await outbox([...positions, late])
    expect(confirmed.spent).toEqual(new Set())
    const blocks = (await read()).withdrawals.map(({ blockNumber }) => blockNumber)
    const isConfirmed = blocks.map((block) => block <= (confirmed.confirmedBlock ?? 0n))
    expect(isConfirmed).toEqual([...positions.map(() => true), false])

    await claimWithdrawals(sides)
    // The newest root is some blocks down, and the RPC gives few at a time.
    await sides.ethereum.mine({ blocks: 40 })
    const claimed = await outbox([...positions, late], 7)
    expect(claimed.spent).toEqual(new Set(positions))
    expect(claimed.confirmedBlock).toBe(confirmed.confirmedBlock)
  })

  it('are not said to be ready by a block that Arbitrum does not know', async () => {
    const word = (value: number) => numberToHex(value, { size: 32 })
    const args = [word(1), word(2)] as const
    const data = encodeFunctionData({ abi: outboxAbi, functionName: 'updateSendRoot', args })
    await sendAndWait(sides.ethereum, { from: accountAddress('Bridge'), to: bridge.outbox, data })
    expect((await outbox([0n])).confirmedBlock).toBeUndefined()
  })
})
