import { describe, expect, it } from 'vitest'
import type { PoolAccount } from '../../../chain/poolAtBlock'
import type { Flow } from '../../../flows/flow'
import { NO_USER } from '../../../protocol/userBalance'
import { type GuideFacts, guideStep, isStranger } from './guideStep'

const NOTHING = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }
const NEW = {
  settlementBalance: 10n,
  longBalance: 0n,
  shortBalance: 0n,
  escrow: NOTHING,
  user: NO_USER,
} as PoolAccount
const START: GuideFacts = {
  account: NEW,
  updateIntervalId: 5n,
  flow: undefined,
  hasAmount: false,
  needsApproval: false,
}
const flowAt = (kind: string) =>
  ({ steps: [{ kind, status: { at: 'signing' } }] }) as unknown as Flow
const queued = (id: bigint) => ({ ...NEW, user: { ...NO_USER, unAggregatedCommitments: [id] } })
const escrowed = { ...queued(4n), escrow: { ...NOTHING, longTokens: 1n } }

describe('the guide', () => {
  it.each<[string, Partial<GuideFacts>, string | undefined]>([
    ['nobody is connected', { account: undefined }, 'connect'],
    ['there is nothing to pay with', { account: { ...NEW, settlementBalance: 0n } }, 'fund'],
    ['there is no amount', {}, 'choose'],
    ['the amount needs an approval', { hasAmount: true, needsApproval: true }, 'approve'],
    ['the amount needs none', { hasAmount: true }, 'commit'],
    ['the approval is on its way', { flow: flowAt('approve') }, 'approve'],
    ['the commit is on its way', { flow: flowAt('commit') }, 'commit'],
    ['it is queued', { account: queued(5n) }, 'wait'],
    ['it has executed', { account: escrowed }, 'claim'],
    [
      'it is queued, and older tokens are there',
      { account: { ...escrowed, ...queued(5n), escrow: escrowed.escrow } },
      'wait',
    ],
    ['it has been claimed', { account: { ...NEW, longBalance: 1n } }, undefined],
  ])('follows what is: %s', (_, facts, step) => {
    expect(guideStep({ ...START, ...facts })).toBe(step)
  })

  it('is for those who have nothing here', () => {
    expect(isStranger(NEW)).toBe(true)
    for (const account of [queued(5n), escrowed, { ...NEW, shortBalance: 1n }])
      expect(isStranger(account)).toBe(false)
  })
})
