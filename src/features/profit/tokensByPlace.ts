import type { Side } from '../../analytics/poolFigures'
import type { PoolLedger } from '../../analytics/profit/ledgerState'

type Sides = Readonly<Record<Side, bigint>>

/** Where an account's tokens of one pool are, base units. */
export interface TokensByPlace {
  /** Pool tokens in the wallet and in escrow. */
  readonly free: Sides
  readonly staked: Sides
  /** Waiting to be burned or flipped. */
  readonly queued: Sides
  /** LP tokens in the wallet, of all liquidity pools. */
  readonly lp: bigint
  readonly lpStaked: bigint
}

/** Adds up a ledger's lots by where they are: each token once. */
export function tokensByPlace({ open, queuedBurns, liquidity, staked }: PoolLedger): TokensByPlace {
  const queuedLots = queuedBurns.flatMap(({ lots }) => lots)
  const ofSide = (lots: PoolLedger['open'], side: Side) =>
    sum(lots.flatMap((lot) => (lot.side === side ? lot.tokens : [])))
  const stakedOf = (side: Side) =>
    sum(staked.flatMap(({ of, tokens }) => (of === side ? tokens : [])))
  const lpStaked = sum(staked.flatMap(({ of, tokens }) => (typeof of === 'string' ? [] : tokens)))
  const each = (amount: (side: Side) => bigint): Sides => ({
    long: amount('long'),
    short: amount('short'),
  })
  return {
    free: each((side) => ofSide(open, side) - stakedOf(side)),
    staked: each(stakedOf),
    queued: each((side) => ofSide(queuedLots, side)),
    lp: sum(liquidity.open.map(({ tokens }) => tokens)) - lpStaked,
    lpStaked,
  }
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
