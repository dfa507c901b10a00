import { type Address, type Hex, numberToHex, pad } from 'viem'
import { describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { increaseTime } from '../../../devnet/controls'
import { tokenAbi } from '../../../devnet/protocolAbi'
import { loadStakingRewards } from '../../../devnet/staking/stakingArtifact'
import { computeEarned } from '../../analytics/staking/computeEarned'
import { onSecondaryDevnet, type SecondaryDevnet } from '../../flows/testing/secondaryDevnet'
import { WAD } from '../../protocol/wad'
import { vaultAbi } from '../balancer/balancerAbi'
import { canPayRewards } from '../staking/farm'

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})

const MAKER = accountAddress('Market maker')
const { abi } = loadStakingRewards()

/** Answers every call with the same word, eight times over. */
function codeAnswering(word: bigint): Hex {
  const stores = Array.from({ length: 8 }, (_, index) =>
    index === 0 ? '80600052' : `8060${(32 * index).toString(16).padStart(2, '0')}52`,
  )
  return `0x7f${pad(numberToHex(word)).slice(2)}${stores.join('')}6101006000f3`
}
const BURNS_GAS: Hex = '0x5b600056'
const ANSWERS_A_MEGABYTE: Hex = '0x621000006000f3'

describe('Balancer’s pools', () => {
  it('are read as the Vault and their tokens have them', async () => {
    const { deployed } = chain
    const { pools, failed } = await chain.read(MAKER)
    expect(failed).toEqual([])
    expect(pools.map(({ id }) => id)).toEqual(deployed.pools.map(({ id }) => id))
    const { client } = chain.devnet
    for (const pool of pools) {
      const [tokens, balances] = await client.readContract({
        address: deployed.vault,
        abi: vaultAbi,
        functionName: 'getPoolTokens',
        args: [pool.id],
      })
      expect(pool.tokens.map(({ address }) => address)).toEqual(tokens)
      expect(pool.tokens.map(({ balance }) => balance)).toEqual(balances)
      expect(pool.tokens.map(({ weightWad }) => Number(weightWad) / 1e18)).toEqual(
        deployed.pools.find(({ id }) => id === pool.id)?.weights,
      )
      expect(pool.swapFeeWad).toBe((3n * WAD) / 1_000n)
      const lp = { address: pool.address, abi: tokenAbi } as const
      expect(pool.totalSupply).toBe(
        await client.readContract({ ...lp, functionName: 'totalSupply' }),
      )
      expect(pool.held).toBe(
        await client.readContract({ ...lp, functionName: 'balanceOf', args: [MAKER] }),
      )
      for (const { address, held } of pool.tokens)
        expect(held).toBe(
          await client.readContract({
            address,
            abi: tokenAbi,
            functionName: 'balanceOf',
            args: [MAKER],
          }),
        )
    }
    expect(pools[1]?.tokens.map(({ symbol }) => symbol)).toContain('USDC')
  })

  it('are read without an account, too', async () => {
    const { pools, farms } = await chain.read()
    expect(pools.every(({ held }) => held === 0n)).toBe(true)
    expect(farms.every(({ account }) => account === undefined)).toBe(true)
  })
})

describe('farms', () => {
  it('earn to the unit what their contract says, now and at a later block', async () => {
    const { client } = chain.devnet
    const { farms } = await chain.read(MAKER)
    expect(farms).toHaveLength(chain.staking.farms.length)
    expect(farms.every(({ account }) => account?.isComputable)).toBe(true)
    await increaseTime(client, 4_321)
    const { timestamp } = await client.getBlock()
    for (const farm of farms) {
      const earned = await client.readContract({
        address: farm.address,
        abi,
        functionName: 'earned',
        args: [MAKER],
      })
      expect(computeEarned(farm, timestamp)).toBe(earned)
      expect(farm.account?.staked).toBeGreaterThan(0n)
    }
    const running = farms.find(({ address }) => address === chain.farm('running').address)
    if (running === undefined) throw new Error('no farm runs')
    expect(computeEarned(running, timestamp)).toBeGreaterThan(running.account?.earned ?? 0n)
  })

  it('say what they are: ended, without their rewards, paused', async () => {
    const { farms, block } = await chain.read(MAKER)
    const stateOf = (state: 'running' | 'ended' | 'unfunded' | 'paused') => {
      const farm = farms.find(({ address }) => address === chain.farm(state).address)
      if (farm === undefined) throw new Error('not read')
      return farm
    }
    expect(stateOf('ended').state.periodFinishSec).toBeLessThan(block.timestampSec)
    expect(canPayRewards(stateOf('ended'))).toBe(true)
    expect(canPayRewards(stateOf('unfunded'))).toBe(false)
    expect(stateOf('paused').paused).toBe(true)
    expect(stateOf('running')).toMatchObject({ paused: false, rewardToken: { symbol: 'TCR' } })
  })

  it('shows a stake whose reward token no longer exists', async () => {
    await chain.devnet.client.setCode({
      address: chain.staking.rewardToken.address,
      bytecode: '0x',
    })
    const { farms, failed } = await chain.read(MAKER)
    expect(failed).toEqual([])
    expect(farms.every(({ account }) => (account?.staked ?? 0n) > 0n)).toBe(true)
    expect(canPayRewards(farms[0] ?? expect.fail('no farm'))).toBe(false)
  })
})

describe('a contract that lies or does not respond', () => {
  it.each([
    ['answers the largest number', codeAnswering(2n ** 256n - 1n)],
    ['answers a small number', codeAnswering(32n)],
    ['burns its gas', BURNS_GAS],
    ['answers a megabyte', ANSWERS_A_MEGABYTE],
    ['is gone', '0x' as Hex],
  ])('and %s takes nothing else down', async (_, bytecode) => {
    const { client } = chain.devnet
    const before = await chain.read(MAKER)
    const [, pool] = chain.deployed.pools
    const [farm] = chain.staking.farms
    const bad: readonly Address[] = [pool?.address ?? '0x', farm?.address ?? '0x']
    for (const address of bad) await client.setCode({ address, bytecode })
    const { pools, farms, failed } = await chain.read(MAKER)
    expect(failed).toEqual(bad)
    const isOther = ({ address }: { readonly address: Address }) => !bad.includes(address)
    // The stakes of LP tokens stay where the pool's own token no longer responds.
    expect(pools).toEqual(before.pools.filter(isOther))
    expect(farms.map(({ address, account }) => [address, account?.staked])).toEqual(
      before.farms.filter(isOther).map(({ address, account }) => [address, account?.staked]),
    )
  })

  it('and gives another pool’s id is no pool', async () => {
    const [, pool, other] = chain.deployed.pools
    if (pool === undefined || other === undefined) throw new Error('too few pools')
    const code = await chain.devnet.client.getCode({ address: other.address })
    await chain.devnet.client.setCode({ address: pool.address, bytecode: code ?? '0x' })
    expect((await chain.read()).failed).toEqual([pool.address])
  })
})

it('is read on a node without state overrides, too', async () => {
  const { client } = chain
  const refusing: typeof client = {
    ...client,
    request: (async (body: { method: string; params: unknown[] }, options: never) => {
      if (body.method === 'eth_call' && body.params.length > 2)
        throw Object.assign(new Error('invalid argument 2'), { code: -32_602 })
      return client.request(body as never, options)
    }) as typeof client.request,
  }
  const direct = await chain.read(MAKER)
  const { getSecondary } = await import('./getSecondary')
  const { resolveFarms } = await import('../staking/resolveFarms')
  const farms = resolveFarms(chain.network)
  const read = await getSecondary(refusing, chain.network, chain.balancer, farms, MAKER)
  expect({ ...read, block: direct.block }).toEqual(direct)
})
