import { decodeAbiParameters, decodeFunctionData, encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { vaultAbi } from '../../chain/balancer/balancerAbi'
import { createFlow } from '../createFlow'
import { isFlow } from '../flowSchema'
import { foreignContract } from '../foreignContract'
import { SAMPLE_CONTRACTS, SAMPLE_INTENTS } from '../testing/sampleKinds'
import { isCreation } from './flowKind'
import { actionsOf, approvalOf, type Intent, KINDS } from './kinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const { swap, joinPool, exitPool, stake } = SAMPLE_INTENTS

function isStored(intent: Intent): boolean {
  return isFlow(createFlow({ id: 'f', chainId: 1, account: ACCOUNT, createdAtMs: 0, intent }, true))
}

function dataOf(intent: Intent, kind: string, leg?: number) {
  const [action] = actionsOf({ intent, account: ACCOUNT }, { kind, leg })
  const request = action?.request()
  if (request === undefined || isCreation(request)) throw new Error('no call')
  return encodeFunctionData(request)
}

describe('what the browser has kept', () => {
  const [hop] = swap.route
  it.each<[what: string, intent: Intent]>([
    ['hops that do not meet', { ...swap, route: [hop, hop] }],
    ['a swap of nothing', { ...swap, amountIn: 0n }],
    ['a pool that is none', { ...joinPool, poolId: '0x12' }],
    ['an amount too few', { ...joinPool, amountsIn: [7n] }],
    ['no amount at all', { ...joinPool, amountsIn: [0n, 0n] }],
    ['a minimum too few', { ...exitPool, minAmountsOut: [1n] }],
    ['a token that the pool has not', { ...exitPool, onlyToken: 2 }],
    ['a stake of nothing', { ...stake, amount: 0n }],
  ])('is no flow with %s', (_, intent) => {
    expect(isStored(intent)).toBe(false)
  })

  it('may have one token alone', () => {
    expect(isStored({ ...exitPool, onlyToken: 1 })).toBe(true)
    expect(isStored({ ...joinPool, amountsIn: [0n, 8n] })).toBe(true)
  })
})

describe('what is asked for', () => {
  it('is exactly the amount, to the Vault or the farm', () => {
    expect(approvalOf(swap)).toMatchObject({ spender: swap.vault, needed: 7n, amount: 7n })
    expect(approvalOf(stake)).toMatchObject({ spender: stake.farm, needed: 7n, amount: 7n })
  })

  it('is each token of a join on its own, and none that is left out', () => {
    const steps = (amountsIn: readonly bigint[]) =>
      KINDS.joinPool.steps({ ...joinPool, amountsIn }, true).map(({ kind, leg }) => [kind, leg])
    expect(steps([7n, 8n])).toEqual([
      ['allowToken', 0],
      ['allowToken', 1],
      ['joinPool', undefined],
    ])
    expect(steps([0n, 8n])).toEqual([
      ['allowToken', 1],
      ['joinPool', undefined],
    ])
    expect(() =>
      actionsOf(
        { intent: { ...joinPool, amountsIn: [0n, 8n] }, account: ACCOUNT },
        { kind: 'allowToken', leg: 0 },
      ),
    ).toThrow(RangeError)
  })

  it('has the minimum in it', () => {
    const joined = decodeFunctionData({ abi: vaultAbi, data: dataOf(joinPool, 'joinPool') })
    if (joined.functionName !== 'joinPool') throw new Error(joined.functionName)
    const types = [{ type: 'uint256' }, { type: 'uint256[]' }, { type: 'uint256' }] as const
    expect(decodeAbiParameters(types, joined.args[3].userData)).toEqual([1n, [7n, 8n], 2n])
    const left = decodeFunctionData({ abi: vaultAbi, data: dataOf(exitPool, 'exitPool') })
    if (left.functionName !== 'exitPool') throw new Error(left.functionName)
    expect(left.args[3].minAmountsOut).toEqual([6n, 7n])
    const swapped = decodeFunctionData({ abi: vaultAbi, data: dataOf(swap, 'swap') })
    expect(swapped.args?.slice(2)).toEqual([4n, 2n ** 40n])
  })
})

describe('a contract that is not known', () => {
  const OTHER = '0x00000000000000000000000000000000000000f1'
  it.each<[what: string, intent: Intent]>([
    ['a Vault', { ...swap, vault: OTHER }],
    ['a pool', { ...exitPool, poolId: `0x${'9'.repeat(64)}` }],
    ['a farm', { ...stake, farm: OTHER }],
  ])('stops what names it: %s', (_, intent) => {
    expect(foreignContract(intent, SAMPLE_CONTRACTS)?.code).toBe('NOT_OWN')
  })

  it('is every one where there is no Balancer and no farm', () => {
    const { balancer: _, farms: __, ...bare } = SAMPLE_CONTRACTS
    for (const intent of [swap, joinPool, exitPool, stake, SAMPLE_INTENTS.exitFarm]) {
      expect(foreignContract(intent, SAMPLE_CONTRACTS)).toBeUndefined()
      expect(foreignContract(intent, bare)?.code).toBe('NOT_OWN')
    }
  })
})
