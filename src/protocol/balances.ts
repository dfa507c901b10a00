import type { Balance } from './snapshot'

export const NO_BALANCE: Balance = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }

export function addBalances(a: Balance, b: Balance): Balance {
  return {
    longTokens: a.longTokens + b.longTokens,
    shortTokens: a.shortTokens + b.shortTokens,
    settlementTokens: a.settlementTokens + b.settlementTokens,
  }
}

export function subtractBalances(a: Balance, b: Balance): Balance {
  return {
    longTokens: a.longTokens - b.longTokens,
    shortTokens: a.shortTokens - b.shortTokens,
    settlementTokens: a.settlementTokens - b.settlementTokens,
  }
}
