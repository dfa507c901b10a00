import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Chain } from '../../verify/chain'
import {
  type DeployedPool,
  type Deployment,
  deployPool,
  deployProtocol,
  type PoolParameters,
} from '../../verify/protocolDeployment'
import { Random, seedFromEnvironment } from '../../verify/random'
import { readPool } from '../../verify/readPool'
import { encodeCommitArgs, errorText } from '../../verify/walkChecks'
import { CommitType, isBurn, isLong, isMint, isShort } from './commitType'
import { keeperGas, keeperReward, keeperTip } from './keeperRewards'
import { performUpkeepSinglePool } from './poolKeeper'
import { claim, NO_USER } from './userBalance'
import { commit } from './userCommits'
import { WAD } from './wad'

const CASES = Number(process.env.VERIFY_CASES ?? 1_000)
const seed = seedFromEnvironment()

const PARAMETERS: PoolParameters = {
  leverage: 3,
  updateIntervalSec: 3600,
  frontRunningIntervalSec: 600,
  mintingFeeWad: 0n,
  burningFeeWad: 0n,
  changeIntervalWad: 0n,
  annualFeeWad: WAD / 50n,
  secondaryFeeSplitPercent: 10,
  settlementDecimals: 6,
  firstPriceWad: 1500n * WAD,
  settlementEthPriceWad: 1500n * WAD,
}

describe(`keeper contracts against their bytecode, VERIFY_SEED=${seed}`, () => {
  const random = new Random(seed)
  let chain: Chain
  let deployment: Deployment
  let at: DeployedPool

  beforeAll(async () => {
    console.info(`VERIFY_SEED=${seed} VERIFY_CASES=${CASES}`)
    chain = await Chain.start()
    deployment = await deployProtocol(chain)
    at = await deployPool(chain, deployment, PARAMETERS)
  })

  afterAll(() => chain?.stop())

  const outcome = (to: Address, signature: string, args: bigint[]) =>
    chain.outcomeOf(deployment.owner, { to, signature, args })
  const mirrored = (compute: () => bigint) => {
    try {
      return `ok:0x${compute().toString(16).padStart(64, '0')}`
    } catch (error) {
      return errorText(error)
    }
  }

  it('keeperGas', { timeout: 60_000 }, async () => {
    await Promise.all(
      Array.from({ length: CASES }, async () => {
        const wild = random.chance(0.1)
        const args: [bigint, bigint, bigint] = [
          random.uint(wild ? 256 : 50),
          random.uint(wild ? 256 : 30),
          random.uint(wild ? 256 : 100),
        ]
        const signature = 'keeperGas(uint256,uint256,uint256)'
        const actual = await outcome(deployment.keeperRewards, signature, args)
        expect(mirrored(() => keeperGas(...args))).toBe(actual)
      }),
    )
  })

  it('keeperTip and keeperReward', { timeout: 60_000 }, async () => {
    const block = await chain.rpc.send<{ timestamp: string }>('eth_getBlockByNumber', [
      'latest',
      false,
    ])
    const now = BigInt(block.timestamp)
    await Promise.all(
      Array.from({ length: CASES }, async () => {
        const last = now - random.uint(12)
        const interval = random.uint(11)
        const tip = 'keeperTip(uint256,uint256)'
        const actualTip = await outcome(deployment.keeperRewards, tip, [last, interval])
        expect(mirrored(() => keeperTip(now, last, interval))).toBe(actualTip)

        const keeper = {
          gasPriceWei: random.uint(50),
          settlementEthPriceWad: random.uint(100),
          settlementTokenDecimals: 6n,
        }
        const gas = random.uint(30)
        const reward = 'keeperReward(address,uint256,uint256,uint256,uint256,uint256)'
        const args = [
          BigInt(at.pool),
          keeper.gasPriceWei,
          gas,
          last,
          interval,
          keeper.settlementEthPriceWad,
        ]
        const actual = await outcome(deployment.keeperRewards, reward, args)
        expect(mirrored(() => keeperReward(keeper, gas, now, last, interval))).toBe(actual)
      }),
    )
  })

  it('the kinds of commits', async () => {
    const kinds = { isMint, isBurn, isLong, isShort }
    for (const [name, is] of Object.entries(kinds))
      for (const type of Object.values(CommitType))
        expect(await outcome(at.committer, `${name}(uint8)`, [BigInt(type)])).toBe(
          mirrored(() => (is(type) ? 1n : 0n)),
        )
  })

  it('a kind of commit that there is not', async () => {
    const pool = await readPool(chain, deployment, at, [], [])
    for (const amount of [0n, 5n])
      for (const fromAggregateBalance of [false, true]) {
        const order = { amount, commitType: 6 as CommitType, fromAggregateBalance }
        expect(await outcome(at.committer, 'commit(bytes32)', [encodeCommitArgs(order)])).toBe(
          errorOf(() => commit(pool, NO_USER, order, pool.timestampSec)),
        )
      }
  })

  it('a paused pool refuses commits, claims and upkeeps', async () => {
    const guardian = deployment.invariantCheck
    await chain.rpc.send('anvil_impersonateAccount', [guardian])
    await chain.rpc.send('anvil_setBalance', [guardian, '0xde0b6b3a7640000'])
    await chain.mustTransact(guardian, { to: at.pool, signature: 'pause()' })
    await chain.mustTransact(guardian, { to: at.committer, signature: 'pause()' })
    await chain.rpc.send('evm_increaseTime', [7200])
    await chain.rpc.send('evm_mine')
    const pool = await readPool(chain, deployment, at, [], [])
    expect(pool.paused && pool.committerPaused).toBe(true)
    const order = { amount: 5n, commitType: CommitType.LongMint, fromAggregateBalance: false }
    const now = pool.timestampSec
    const nothing = { ...order, amount: 0n }
    const conditions = { timestampSec: now, spotPrice: WAD }
    const committed = (args: typeof order) =>
      outcome(at.committer, 'commit(bytes32)', [encodeCommitArgs(args)])

    expect(await committed(order)).toBe(errorOf(() => commit(pool, NO_USER, order, now)))
    expect(await committed(nothing)).toBe(errorOf(() => commit(pool, NO_USER, nothing, now)))
    expect(await outcome(at.committer, 'claim(address)', [BigInt(deployment.owner)])).toBe(
      errorOf(() => claim(pool, NO_USER)),
    )
    expect(
      await outcome(deployment.keeper, 'performUpkeepSinglePool(address)', [BigInt(at.pool)]),
    ).toBe(errorOf(() => performUpkeepSinglePool(pool, conditions)))
  })
})

function errorOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return errorText(error)
  }
  return 'no error'
}
