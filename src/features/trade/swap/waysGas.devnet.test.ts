import type { Address } from 'viem'
import { expect, it } from 'vitest'
import { tokenAbi } from '../../../../devnet/protocolAbi'
import { buildSwap } from '../../../chain/balancer/buildSwap'
import { findRoutes } from '../../../chain/balancer/swapRoute'
import { onSecondaryDevnet, type SecondaryDevnet } from '../../../flows/testing/secondaryDevnet'
import { computeWaysGas } from './waysGas'

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})

const NEVER = 2n ** 40n

/** Gas that a swap has used, and its approval for exactly that. */
async function gasOf(tokenIn: Address, tokenOut: Address, amountIn: bigint) {
  const trader = chain.sender('Bob')
  const { vault } = chain.balancer
  const maker = chain.sender('Market maker')
  await maker.call(tokenIn, tokenAbi, 'transfer', [trader.address, amountIn])
  const approved = await trader.call(tokenIn, tokenAbi, 'approve', [vault, amountIn])
  const [route] = findRoutes((await chain.read()).pools, tokenIn, tokenOut)
  if (route === undefined) throw new Error('no route')
  const order = { vault, route, amountIn, minOut: 0n, deadlineSec: NEVER }
  const { address, abi, functionName, args } = buildSwap(order, trader.address)
  const { gasUsed } = await trader.call(address, abi, functionName, args)
  return { hops: route.length, swap: gasUsed, approval: approved.gasUsed }
}

it.each([
  ['1-BTC/USD+USDC', 1],
  ['1-ETH/USD+USDC', 2],
])(
  'what a swap in %s is put at is what it takes at most, and no tenth more',
  async (name, hops) => {
    const { settlementToken, longToken, shortToken } = chain.market(name)
    const used: bigint[] = []
    const approvals: bigint[] = []
    for (const token of [longToken, shortToken])
      for (const amount of [1_000_000n, 700_000_000n]) {
        const ways = [
          await gasOf(settlementToken, token, amount),
          await gasOf(token, settlementToken, amount),
        ]
        for (const way of ways) {
          expect(way.hops).toBe(hops)
          used.push(way.swap)
          approvals.push(way.approval)
        }
      }
    const most = (gas: readonly bigint[]) => gas.reduce((max, one) => (one > max ? one : max))
    const none = { swap: false, queue: false }
    const assumed = computeWaysGas(1n, hops, none).swapWei
    expect(most(used)).toBeLessThanOrEqual(assumed)
    expect(assumed).toBeLessThanOrEqual((most(used) * 11n) / 10n)
    const approval = computeWaysGas(1n, hops, { ...none, swap: true }).swapWei - assumed
    expect(most(approvals)).toBeLessThanOrEqual(approval)
    expect(approval).toBeLessThanOrEqual((most(approvals) * 11n) / 10n)
  },
)
