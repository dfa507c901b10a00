import { expect, it } from 'vitest'
import { type Held, type OrderChoice, unusedEscrow } from './orderChoice'

const choice = (held: Held | undefined) => ({ held }) as OrderChoice

it('what lies in escrow is offered where the wallet does not have enough', () => {
  const held = { wallet: 0n, escrow: 7n }
  expect(unusedEscrow(choice(held), 'wallet', undefined)).toBe(7n)
  expect(unusedEscrow(choice(held), 'wallet', 5n)).toBe(7n)
  expect(unusedEscrow(choice({ wallet: 3n, escrow: 7n }), 'wallet', 5n)).toBe(7n)
})

it('is not offered where the wallet has enough, nor where it is used or empty', () => {
  expect(unusedEscrow(choice({ wallet: 5n, escrow: 7n }), 'wallet', 5n)).toBeUndefined()
  expect(unusedEscrow(choice({ wallet: 5n, escrow: 7n }), 'wallet', undefined)).toBeUndefined()
  expect(unusedEscrow(choice({ wallet: 0n, escrow: 0n }), 'wallet', 5n)).toBeUndefined()
  expect(unusedEscrow(choice({ wallet: 0n, escrow: 7n }), 'escrow', 9n)).toBeUndefined()
  expect(unusedEscrow(choice(undefined), 'wallet', 5n)).toBeUndefined()
})
