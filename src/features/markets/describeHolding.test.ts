import { expect, test } from 'vitest'
import { describeHolding } from './describeHolding'

type Account = NonNullable<Parameters<typeof describeHolding>[0]>

const NOTHING = {
  longBalance: 0n,
  shortBalance: 0n,
  escrow: { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n },
  user: { userCommitments: [] },
} as unknown as Account

const withPart = (part: object) => describeHolding({ ...NOTHING, ...part } as Account)
const QUEUED = { user: { userCommitments: [{}] } }

test('a market without anything of the account is not marked', () => {
  expect(describeHolding(undefined)).toBeUndefined()
  expect(describeHolding(NOTHING)).toBeUndefined()
})

test('what can be claimed comes before what is held, and that before what is queued', () => {
  expect(withPart(QUEUED)).toBe('Queued')
  expect(withPart({ ...QUEUED, shortBalance: 1n })).toBe('You hold')
  for (const kind of ['longTokens', 'shortTokens', 'settlementTokens'])
    expect(
      withPart({ ...QUEUED, longBalance: 5n, escrow: { ...NOTHING.escrow, [kind]: 1n } }),
    ).toBe('To claim')
})

test('what is staked or in Balancer’s pool is told beside what is held', () => {
  expect(describeHolding(undefined, 'Staked')).toBe('Staked')
  expect(describeHolding(NOTHING, 'LP tokens')).toBe('LP tokens')
  expect(describeHolding({ ...NOTHING, longBalance: 1n } as Account, 'Staked')).toBe(
    'You hold · Staked',
  )
})
