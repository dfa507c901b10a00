import { type Hex, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommitType } from '../src/protocol/commitType'
import { accountAddress } from './accounts'
import { type ClaimBot, createClaimBot } from './claimBot'
import { sendAndWait } from './controls'
import type { DeployedMarket } from './deployment'
import type { Devnet } from './devnet'
import { pickMarkets } from './markets'
import { autoClaimAbi, poolCommitterAbi, tokenAbi } from './protocolAbi'
import { startQuietDevnet } from './quietDevnet'
import { approveTransaction, claimTransaction, commitTransaction } from './transactions'

const ALICE = accountAddress('Alice')
const OFFER = parseEther('0.01')
const ONE_USDC = 1_000_000n

let devnet: Devnet
let bot: ClaimBot
const lines: string[] = []
const market = () => devnet.deployment.markets[0] as DeployedMarket
const balance = (address: Hex) => devnet.client.getBalance({ address })
const longTokens = () =>
  devnet.client.readContract({
    address: market().longToken,
    abi: tokenAbi,
    functionName: 'balanceOf',
    args: [ALICE],
  })
const request = () =>
  devnet.client.readContract({
    address: devnet.deployment.contracts.autoClaim,
    abi: autoClaimAbi,
    functionName: 'claimRequests',
    args: [ALICE, market().committer],
  })
const mint = (autoClaimWei = 0n) =>
  sendAndWait(
    devnet.client,
    commitTransaction({
      from: ALICE,
      market: market(),
      type: CommitType.LongMint,
      amountWei: ONE_USDC,
      autoClaimWei,
    }),
  )
const upkeep = async () => {
  await devnet.increaseTime(61)
  await devnet.upkeep([market().pool])
}

beforeAll(async () => {
  // Its blocks come from the test alone, so that no one acts in between.
  devnet = await startQuietDevnet({ markets: pickMarkets('1-BTC/USD+USDC') })
  bot = createClaimBot(devnet.client, devnet.deployment, (line) => lines.push(line))
  await bot.beat()
  await sendAndWait(devnet.client, approveTransaction(ALICE, market()))
  await upkeep()
})
afterAll(() => devnet.stop())

describe('the claim bot', () => {
  it('claims after the upkeep, not before, and gets what was offered', async () => {
    await mint(OFFER)
    expect(await bot.beat()).toBe(0)
    await upkeep()
    const escrow = await devnet.client.readContract({
      address: market().committer,
      abi: poolCommitterAbi,
      functionName: 'getAggregateBalance',
      args: [ALICE],
    })
    const before = { tokens: await longTokens(), bot: await balance(accountAddress('Claim bot')) }
    expect(await bot.beat()).toBe(1)
    expect(escrow.longTokens).toBeGreaterThan(0n)
    expect(await longTokens()).toBe(before.tokens + escrow.longTokens)
    const gained = (await balance(accountAddress('Claim bot'))) - before.bot
    // Less the gas of its own transaction.
    expect(gained).toBeGreaterThan(OFFER - parseEther('0.0005'))
    expect(gained).toBeLessThan(OFFER)
    expect(lines).toEqual([`1-BTC/USD+USDC  claimed for ${ALICE}, paid 0.01 ETH`])
    expect(await bot.beat()).toBe(0)
  })

  it('leaves a request alone that was withdrawn by claiming oneself', async () => {
    await mint(OFFER)
    await upkeep()
    await sendAndWait(devnet.client, claimTransaction(ALICE, market()))
    expect(await request()).toEqual([0n, 0n])
    expect(await bot.beat()).toBe(0)
  })
})

describe('AutoClaim', () => {
  it('adds a second offer to the first and keeps the first interval', async () => {
    await mint(OFFER)
    const [interval] = await request()
    await devnet.increaseTime(50)
    await mint(OFFER)
    expect(await request()).toEqual([interval, 2n * OFFER])
    await upkeep()
    expect(await bot.beat()).toBe(1)
    // The second commit went to the next interval: no one is paid to claim it.
    expect(await request()).toEqual([0n, 0n])
    await upkeep()
    expect(await bot.beat()).toBe(0)
  })

  it('claims and pays back on its own when a new offer finds an old one that is due', async () => {
    await mint(OFFER)
    await upkeep()
    const before = { eth: await balance(ALICE), tokens: await longTokens() }
    await mint(3n * OFFER)
    expect(await longTokens()).toBeGreaterThan(before.tokens)
    const spent = before.eth - (await balance(ALICE))
    expect(spent).toBeGreaterThan(2n * OFFER)
    expect(spent).toBeLessThan(2n * OFFER + parseEther('0.0005'))
    expect((await request())[1]).toBe(3n * OFFER)
  })

  it('gives nothing back when one claims oneself too early', async () => {
    await upkeep()
    await bot.beat()
    await mint(OFFER)
    await sendAndWait(devnet.client, claimTransaction(ALICE, market()))
    expect((await request())[1]).toBe(OFFER)
  })
})
