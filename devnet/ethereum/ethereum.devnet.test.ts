import { type Address, parseEther } from 'viem'
import { readContract } from 'viem/actions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress, NEWCOMER } from '../accounts'
import { UsageError } from '../commandLine'
import { type Devnet, startDevnet } from '../devnet'
import type { DevnetClient } from '../devnetClient'
import { pickMarkets } from '../markets'
import { tokenAbi } from '../protocolAbi'
import { outboxAbi } from './bridgeAbi'
import { bridgeCommand } from './bridgeCommand'
import { type BridgeSides, bridgeSides } from './bridgeSides'
import { depositEth, depositToken } from './deposit'
import { mintOnEthereum } from './mintOnEthereum'
import { claimWithdrawals, confirmWithdrawals } from './outbox'
import { withdrawEth, withdrawToken } from './withdrawal'

const ALICE = accountAddress('Alice')
let devnet: Devnet
let sides: BridgeSides

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC')
  devnet = await startDevnet({ pastSec: 0, keeper: false, walk: false, markets, ethereum: true })
  sides = bridgeSides(devnet)
})
afterAll(() => devnet.stop())

const balanceOf = (client: DevnetClient, address: Address, owner = ALICE) =>
  readContract(client, { address, abi: tokenAbi, functionName: 'balanceOf', args: [owner] })
const usdc = async () => ({
  arbitrum: await balanceOf(sides.arbitrum, sides.pools.tokens.USDC.address),
  ethereum: await balanceOf(sides.ethereum, sides.bridge.tokens.USDC.address),
})

describe('the bridge', () => {
  it('takes a deposit from Ethereum and gives it out on Arbitrum', async () => {
    await mintOnEthereum(sides, ALICE, 'USDC', 700_000_000n)
    const before = await usdc()
    await depositToken(sides, ALICE, 'USDC', 250_000_001n)
    expect(await usdc()).toEqual({
      arbitrum: before.arbitrum + 250_000_001n,
      ethereum: before.ethereum - 250_000_001n,
    })
    const wei = await sides.arbitrum.getBalance({ address: ALICE })
    await depositEth(sides, ALICE, 5n)
    expect(await sides.arbitrum.getBalance({ address: ALICE })).toBe(wei + 5n)
  })

  it('gives a withdrawal out on Ethereum, once it is confirmed, and only once', async () => {
    const before = await usdc()
    const token = await withdrawToken(sides, ALICE, 'USDC', 100_000_003n)
    const eth = await withdrawEth(sides, ALICE, parseEther('1.5'))
    const more = await withdrawToken(sides, ALICE, 'BAL', 7n)
    expect([token, eth, more]).toEqual([0n, 1n, 2n])
    expect(await usdc()).toEqual({ ...before, arbitrum: before.arbitrum - 100_000_003n })
    expect(await claimWithdrawals(sides)).toBe(0)

    await confirmWithdrawals(sides)
    const late = await withdrawToken(sides, ALICE, 'BAL', 11n)
    const wei = await sides.ethereum.getBalance({ address: ALICE })
    expect(await claimWithdrawals(sides)).toBe(3)
    expect(await claimWithdrawals(sides)).toBe(0)
    expect((await usdc()).ethereum).toBe(before.ethereum + 100_000_003n)
    expect(await sides.ethereum.getBalance({ address: ALICE })).toBe(wei + parseEther('1.5'))
    expect(await balanceOf(sides.ethereum, sides.bridge.tokens.BAL.address)).toBe(7n)

    const { outbox } = sides.bridge.contracts
    const isSpent = (position: bigint) =>
      readContract(sides.ethereum, {
        address: outbox,
        abi: outboxAbi,
        functionName: 'isSpent',
        args: [position],
      })
    expect(await Promise.all([token, eth, more, late].map(isSpent))).toEqual([
      ...[true, true, true],
      false,
    ])
  })

  it('leaves the pools’ tokens as they are otherwise', async () => {
    const { address, decimals } = sides.pools.tokens.USDC
    const call = { address, abi: tokenAbi } as const
    expect(await readContract(sides.arbitrum, { ...call, functionName: 'symbol' })).toBe('USDC')
    expect(await readContract(sides.arbitrum, { ...call, functionName: 'decimals' })).toBe(decimals)
    const before = await usdc()
    await devnet.faucet(ALICE, { USDC: 3 })
    expect((await usdc()).arbitrum).toBe(before.arbitrum + 3_000_000n)
  })
})

describe('the newcomer', () => {
  it('has nothing where the pools are, and tokens and the ETH to bring them on Ethereum', async () => {
    const newcomer = accountAddress(NEWCOMER)
    const { arbitrum, ethereum, pools, bridge } = sides
    expect(await arbitrum.getBalance({ address: newcomer })).toBe(0n)
    expect(await ethereum.getBalance({ address: newcomer })).toBe(parseEther('1.5'))
    const tokens = async (client: DevnetClient, of: typeof pools.tokens) => ({
      USDC: await balanceOf(client, of.USDC.address, newcomer),
      BAL: await balanceOf(client, of.BAL.address, newcomer),
    })
    expect(await tokens(arbitrum, pools.tokens)).toEqual({ USDC: 0n, BAL: 0n })
    expect(await tokens(ethereum, bridge.tokens)).toEqual({
      USDC: 5_000_000_000n,
      BAL: parseEther('1000'),
    })
  })

  it('brings them over and is one like the others', async () => {
    const newcomer = accountAddress(NEWCOMER)
    await depositEth(sides, newcomer, parseEther('1'))
    await depositToken(sides, newcomer, 'USDC', 5_000_000_000n)
    expect(await sides.arbitrum.getBalance({ address: newcomer })).toBe(parseEther('1'))
    const { address } = sides.pools.tokens.USDC
    expect(await balanceOf(sides.arbitrum, address, newcomer)).toBe(5_000_000_000n)
  })
})

describe('the bridge command', () => {
  const run = async (command: string) => {
    const lines: string[] = []
    const { client, deployment } = devnet
    const say = (line: string) => lines.push(line)
    await bridgeCommand({ client, deployment, say }, command.split(' '))
    return lines.join('\n')
  }

  it('gives, deposits, withdraws, makes ready and claims', async () => {
    expect(await run('give alice BAL 3')).toBe('3 BAL given on Ethereum.')
    expect(await run('deposit Alice BAL 3')).toBe('3 BAL brought from Ethereum.')
    expect(await run('withdraw Alice ETH 0.25')).toMatch(/^0.25 ETH on the way to Ethereum, as/)
    expect(await run('ready')).toBe('All withdrawals until now can be claimed.')
    expect(await run('claim')).toMatch(/^[1-9]\d* claimed on Ethereum.$/)
    expect(await run('claim')).toBe('0 claimed on Ethereum.')
  })

  it.each(['withdraw Nobody USDC 1', 'give Alice USDC none', 'ready now', 'teleport'])(
    'refuses “%s” with a sentence',
    async (command) => {
      await expect(run(command)).rejects.toThrow(UsageError)
    },
  )
})
