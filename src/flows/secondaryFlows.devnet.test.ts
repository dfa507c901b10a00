import type { Address } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { increaseTime } from '../../devnet/controls'
import { tokenAbi } from '../../devnet/protocolAbi'
import { loadStakingRewards } from '../../devnet/staking/stakingArtifact'
import { computeEarned } from '../analytics/staking/computeEarned'
import { vaultAbi } from '../chain/balancer/balancerAbi'
import { applySlippage } from '../chain/balancer/buildSwap'
import { quoteSwaps } from '../chain/balancer/quoteSwap'
import { findRoutes } from '../chain/balancer/swapRoute'
import type { Flow } from './flow'
import { getReceived } from './getReceived'
import type { Intent } from './kinds/kinds'
import { readSwapOut, type SwapIntent } from './kinds/swap'
import { runIntent } from './testing/runIntent'
import { onSecondaryDevnet, type SecondaryDevnet } from './testing/secondaryDevnet'

vi.setConfig({ testTimeout: 20_000 })

const BOB = accountAddress('Bob')
const MAKER = accountAddress('Market maker')
const MARKET = '1-BTC/USD+USDC'
const { abi: farmAbi } = loadStakingRewards()

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})
beforeEach(() => {
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const run = (intent: Intent, account: Address = BOB, needsApproval = false) =>
  runIntent(chain.devnet, intent, account, needsApproval)

const statuses = ({ steps }: Flow) => steps.map(({ status }) => status.at)
const lastOf = ({ steps }: Flow) => steps.at(-1)?.status

/** What the result says, read from the transaction. */
function readReceived(flow: Flow) {
  const status = lastOf(flow)
  const hash = status?.at === 'done' ? status.hash : undefined
  return getReceived(chain.client, flow, hash ?? expect.fail('not done'))
}

async function balanceOf(token: Address, account: Address = BOB): Promise<bigint> {
  const call = {
    address: token,
    abi: tokenAbi,
    functionName: 'balanceOf',
    args: [account],
  } as const
  return chain.devnet.client.readContract(call)
}

/** Gives Bob tokens, without an approval. */
async function give(token: Address, amount: bigint): Promise<void> {
  await chain.sender('Market maker').call(token, tokenAbi, 'transfer', [BOB, amount])
}

async function swapIntent(
  tokenIn: Address,
  tokenOut: Address,
  amountIn: bigint,
  slippageBasisPoints = 50,
): Promise<SwapIntent> {
  const [route] = findRoutes((await chain.read()).pools, tokenIn, tokenOut)
  if (route === undefined) throw new Error('no route')
  const requests = [{ route, amountIn }]
  const { multicall3 } = chain.network
  const [quote] = await quoteSwaps(chain.client, multicall3, chain.balancer, requests)
  const quotedOut = quote?.amountOut ?? expect.fail('no quote')
  const { timestamp } = await chain.devnet.client.getBlock()
  return {
    kind: 'swap',
    title: 'Swap',
    vault: chain.balancer.vault,
    route,
    amountIn,
    quotedOut,
    minOut: applySlippage(quotedOut, slippageBasisPoints),
    deadlineSec: timestamp + 1_200n,
  }
}

describe('a swap', () => {
  it.each([MARKET, '1-ETH/USD+USDC'])(
    'in %s gives the quote to the unit, both ways',
    async (name) => {
      const { longToken, settlementToken } = chain.market(name)
      for (const [tokenIn, tokenOut] of [
        [settlementToken, longToken],
        [longToken, settlementToken],
      ] as const) {
        const amount = tokenIn === longToken ? await balanceOf(longToken) : 25_000_000n
        const intent = await swapIntent(tokenIn, tokenOut, amount)
        const before = await balanceOf(tokenOut)
        const flow = await run(intent, BOB, true)
        expect(statuses(flow)).toEqual(['done', 'done'])
        expect((await balanceOf(tokenOut)) - before).toBe(intent.quotedOut)
        const status = lastOf(flow)
        const hash = status?.at === 'done' ? status.hash : undefined
        const receipt = await chain.devnet.client.getTransactionReceipt({ hash: hash ?? '0x' })
        expect(readSwapOut(intent, BOB, receipt)).toBe(intent.quotedOut)
        expect(await readReceived(flow)).toEqual([
          { token: { of: 'token', address: tokenOut }, amount: intent.quotedOut },
        ])
        // What was approved is what was taken.
        const call = { address: tokenIn, abi: allowanceAbi, functionName: 'allowance' } as const
        const args = [BOB, chain.balancer.vault] as const
        expect(await chain.devnet.client.readContract({ ...call, args })).toBe(0n)
      }
    },
  )

  it('gives at least the limit after the price has moved, or is not sent', async () => {
    const { longToken, settlementToken } = chain.market(MARKET)
    const intent = await swapIntent(settlementToken, longToken, 25_000_000n)
    const strict = { ...intent, minOut: intent.quotedOut }
    const other = chain.sender('Carol')
    await other.call(settlementToken, tokenAbi, 'approve', [chain.balancer.vault, 10n ** 9n])
    const [{ poolId }] = intent.route
    const single = { poolId, kind: 0, assetIn: settlementToken, assetOut: longToken }
    await other.call(chain.balancer.vault, vaultAbi, 'swap', [
      { ...single, amount: 30_000_000n, userData: '0x' },
      {
        sender: other.address,
        fromInternalBalance: false,
        recipient: other.address,
        toInternalBalance: false,
      },
      0n,
      2n ** 40n,
    ])
    const refused = await run(strict, BOB, true)
    expect(lastOf(refused)).toMatchObject({
      at: 'stopped',
      message: expect.stringContaining('price moved beyond your limit'),
    })
    const before = await balanceOf(longToken)
    expect(lastOf(await run(intent, BOB, true))?.at).toBe('done')
    const received = (await balanceOf(longToken)) - before
    expect(received).toBeGreaterThanOrEqual(intent.minOut)
    expect(received).toBeLessThan(intent.quotedOut)
  })

  it('is not sent after its deadline', async () => {
    const { longToken, settlementToken } = chain.market(MARKET)
    const intent = await swapIntent(settlementToken, longToken, 25_000_000n)
    await increaseTime(chain.devnet.client, 1_300)
    expect(lastOf(await run(intent, BOB, true))).toMatchObject({
      at: 'stopped',
      message: expect.stringContaining('deadline'),
    })
  })

  it('goes to no other Vault, and through no pool that is not known', async () => {
    const { longToken, settlementToken } = chain.market(MARKET)
    const intent = await swapIntent(settlementToken, longToken, 25_000_000n)
    const foreign = { ...intent, vault: chain.balancer.queries }
    expect(lastOf(await run(foreign)) ?? {}).toMatchObject({ at: 'stopped', code: 'NOT_OWN' })
    const [hop] = intent.route
    const unknown = { ...intent, route: [{ ...hop, poolId: `0x${'7'.repeat(64)}` }] as const }
    expect(lastOf(await run(unknown))).toMatchObject({ at: 'stopped', code: 'NOT_OWN' })
  })
})

const allowanceAbi = [
  {
    type: 'function',
    name: 'allowance',
    stateMutability: 'view',
    inputs: [{ type: 'address' }, { type: 'address' }],
    outputs: [{ type: 'uint256' }],
  },
] as const

describe('a farm', () => {
  const farm = () => chain.farm('running')
  const rewards = (account: Address = BOB) => balanceOf(chain.staking.rewardToken.address, account)

  it('takes a stake, pays to the unit what is computed, and gives everything back', async () => {
    const { address, stakingToken } = farm()
    await give(stakingToken, 1_000_000n)
    const intent = { kind: 'stake', title: 'Stake', farm: address, stakingToken } as const
    expect(statuses(await run({ ...intent, amount: 1_000_000n }, BOB, true))).toEqual([
      'done',
      'done',
    ])
    const { client } = chain.devnet
    const { farms } = await chain.read(BOB)
    const staked = farms.find((one) => one.address === address) ?? expect.fail('not read')
    expect(staked.account?.staked).toBe(1_000_000n)
    await increaseTime(client, 3_600)
    const claim = await run({ kind: 'claimRewards', title: 'Claim', farm: address })
    expect(statuses(claim)).toEqual(['done'])
    const { timestamp } = await client.getBlock()
    expect(await rewards()).toBe(computeEarned(staked, timestamp))
    const received = (of: 'staked' | 'rewards', amount: bigint) => {
      return { token: { of, farm: address }, amount }
    }
    expect(await readReceived(claim)).toEqual([received('rewards', await rewards())])
    expect(await rewards()).toBeGreaterThan(0n)

    const part = {
      kind: 'withdrawStake',
      title: 'Withdraw',
      farm: address,
      amount: 400_000n,
    } as const
    const partly = await run(part)
    expect(statuses(partly)).toEqual(['done'])
    expect(await balanceOf(stakingToken)).toBe(400_000n)
    expect(await readReceived(partly)).toEqual([received('staked', 400_000n)])
    const afterPart = (await chain.read(BOB)).farms.find((one) => one.address === address)
    const before = await rewards()
    await increaseTime(client, 600)
    const exit = await run({ kind: 'exitFarm', title: 'Exit', farm: address })
    expect(statuses(exit)).toEqual(['done'])
    expect(await balanceOf(stakingToken)).toBe(1_000_000n)
    const { timestamp: exitSec } = await client.getBlock()
    const paid = (await rewards()) - before
    expect(paid).toBe(computeEarned(afterPart ?? expect.fail('not read'), exitSec))
    expect(await readReceived(exit)).toEqual([
      received('staked', 600_000n),
      received('rewards', paid),
    ])
  })

  it('gives back what has just been staked', async () => {
    const { address, stakingToken } = farm()
    await give(stakingToken, 1_000n)
    const intent = { kind: 'stake', title: 'Stake', farm: address, stakingToken } as const
    await run({ ...intent, amount: 1_000n }, BOB, true)
    const exit = await run({ kind: 'exitFarm', title: 'Exit', farm: address })
    expect(statuses(exit)).toEqual(['done'])
  })

  it('that cannot pay its rewards reverts an exit, in words, and gives the stake back alone', async () => {
    const { address, stakingToken } = chain.farm('unfunded')
    const exit = await run({ kind: 'exitFarm', title: 'Exit', farm: address }, MAKER)
    expect(lastOf(exit)).toMatchObject({
      at: 'stopped',
      message: expect.stringContaining('Withdraw your stake without them'),
    })
    const claim = await run({ kind: 'claimRewards', title: 'Claim', farm: address }, MAKER)
    expect(lastOf(claim)).toMatchObject({ message: expect.stringContaining('can’t pay') })
    const read = (await chain.read(MAKER)).farms.find((one) => one.address === address)
    const amount = read?.account?.staked ?? 0n
    const before = await balanceOf(stakingToken, MAKER)
    const intent = { kind: 'withdrawStake', title: 'Withdraw', farm: address, amount } as const
    expect(statuses(await run(intent, MAKER))).toEqual(['done'])
    expect((await balanceOf(stakingToken, MAKER)) - before).toBe(amount)
  })

  it('that is paused takes no stake, and gives it back', async () => {
    const { address, stakingToken } = chain.farm('paused')
    await give(stakingToken, 1_000n)
    const intent = { kind: 'stake', title: 'Stake', farm: address, stakingToken } as const
    const flow = await run({ ...intent, amount: 1_000n }, BOB, true)
    expect(lastOf(flow)).toMatchObject({
      at: 'stopped',
      message: expect.stringContaining('paused'),
    })
    expect(statuses(await run({ kind: 'exitFarm', title: 'Exit', farm: address }, MAKER))).toEqual([
      'done',
    ])
  })

  it('with nothing to claim or to withdraw says so', async () => {
    const { address } = farm()
    const claim = await run({ kind: 'claimRewards', title: 'Claim', farm: address })
    expect(lastOf(claim)).toMatchObject({ at: 'stopped', code: 'NO_REWARDS' })
    const exit = await run({ kind: 'exitFarm', title: 'Exit', farm: address })
    expect(lastOf(exit)).toMatchObject({ message: expect.stringContaining('nothing staked') })
    const intent = { kind: 'withdrawStake', title: 'Withdraw', farm: address, amount: 5n } as const
    expect(lastOf(await run(intent))).toMatchObject({
      message: expect.stringContaining('less staked'),
    })
  })

  it('that is not known is not used', async () => {
    const stranger = chain.balancer.queries
    const flow = await run({ kind: 'exitFarm', title: 'Exit', farm: stranger })
    expect(lastOf(flow)).toMatchObject({ at: 'stopped', code: 'NOT_OWN' })
  })

  it('whose rewards have ended pays what was earned until then', async () => {
    const { address } = chain.farm('ended')
    const earned = await chain.devnet.client.readContract({
      address,
      abi: farmAbi,
      functionName: 'earned',
      args: [MAKER],
    })
    const before = await rewards(MAKER)
    await increaseTime(chain.devnet.client, 86_400)
    expect(statuses(await run({ kind: 'exitFarm', title: 'Exit', farm: address }, MAKER))).toEqual([
      'done',
    ])
    expect((await rewards(MAKER)) - before).toBe(earned)
  })
})
