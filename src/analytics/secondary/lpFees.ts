import { WAD } from '../../protocol/wad'

/** What happened to a pool on Balancer that the fees of its liquidity depend on. Amounts in base units. */
export type LpEvent = { readonly blockNumber: bigint } & (
  | { readonly kind: 'swap'; readonly tokenIn: string; readonly amountIn: bigint }
  | {
      /** Of LP tokens; from the zero address for added, to it for removed liquidity. */
      readonly kind: 'transfer'
      readonly from: string
      readonly to: string
      readonly amount: bigint
    }
  | { readonly kind: 'feeChanged'; readonly swapFeeWad: bigint }
)

/** A pool at the block up to which its events are known. */
export interface LpState {
  readonly totalSupply: bigint
  readonly swapFeeWad: bigint
  /** LP tokens of the account, staked ones included. */
  readonly own: bigint
}

/** Whose part is computed. */
export interface LpOwner {
  readonly account: string
  /** Farms that hold LP tokens for the account: what goes there or comes back stays its own. */
  readonly farms: readonly string[]
}

/** Swap fees in one token, base units. */
export interface TokenFees {
  readonly token: string
  readonly paid: bigint
  /** The account's part: of each swap its share of the LP tokens at that time. */
  readonly own: bigint
}

export interface LpFees {
  readonly tokens: readonly TokenFees[]
  readonly swaps: number
  /** Where the swap fee of before is not known, the block from which it is. */
  readonly knownFrom: bigint | undefined
  /** The events reach back to where the pool had no liquidity yet. */
  readonly isFromCreation: boolean
}

const ZERO = `0x${'0'.repeat(40)}`
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/**
 * Swap fees of a pool and an account's part of them, walking back from the present: what was whose at each swap follows from the
 * transfers of LP tokens. Fees of adding and removing one token alone are not in it, nor Balancer's own part of the fees.
 *
 * @param events In chain order
 * @throws RangeError for events that do not fit the present state
 */
export function computeLpFees(
  events: readonly LpEvent[],
  now: LpState,
  owner: LpOwner | undefined,
): LpFees {
  const fees = new Map<string, { paid: bigint; own: bigint }>()
  let { totalSupply, own, swapFeeWad } = now
  let swaps = 0
  let knownFrom: bigint | undefined
  for (const [index, event] of [...events.entries()].reverse()) {
    if (event.kind === 'swap') {
      const fee = (event.amountIn * swapFeeWad + WAD - 1n) / WAD
      const key = event.tokenIn.toLowerCase()
      const before = fees.get(key) ?? { paid: 0n, own: 0n }
      const ownFee = totalSupply === 0n ? 0n : (fee * own) / totalSupply
      fees.set(key, { paid: before.paid + fee, own: before.own + ownFee })
      swaps++
    } else if (event.kind === 'transfer') {
      const { from, to, amount } = event
      // The first liquidity leaves a little with the zero address: that counts as supply.
      if (isSame(from, ZERO)) totalSupply -= amount
      else if (isSame(to, ZERO)) totalSupply += amount
      own += ownBefore(event, owner)
      if (own < 0n || own > totalSupply) throw new RangeError('Transfers that do not add up')
    } else {
      const earlier = events.slice(0, index).findLast(({ kind }) => kind === 'feeChanged')
      if (earlier?.kind !== 'feeChanged') {
        knownFrom = event.blockNumber
        break
      }
      swapFeeWad = earlier.swapFeeWad
    }
  }
  const tokens = [...fees].map(([token, sums]) => ({ token, ...sums }))
  return { tokens, swaps, knownFrom, isFromCreation: totalSupply === 0n }
}

/** How much more the account had before a transfer than after it. */
function ownBefore(
  { from, to, amount }: Extract<LpEvent, { kind: 'transfer' }>,
  owner: LpOwner | undefined,
): bigint {
  if (owner === undefined || isSame(from, to)) return 0n
  const isFarm = (address: string) => owner.farms.some((farm) => isSame(farm, address))
  if (isSame(from, owner.account)) return isFarm(to) ? 0n : amount
  if (isSame(to, owner.account)) return isFarm(from) ? 0n : -amount
  return 0n
}
