import type { Address, Hex } from 'viem'
import { MAX_SWAP_FEE_WAD } from '../../protocol/bounds'
import { WAD, WAD_DECIMALS } from '../../protocol/wad'
import {
  decodeSecondary,
  type HeldToken,
  isAmount,
  toHeldToken,
} from '../secondary/decodeSecondary'
import type { SecondaryAnswer } from '../secondary/readSecondary'

/** One token of a weighted pool. */
export interface PooledToken extends HeldToken {
  /** In the Vault, base units. */
  readonly balance: bigint
  /** Of 10^18; all of a pool's add up to it. */
  readonly weightWad: bigint
}

/** A weighted pool of Balancer's, and an account's part in it, at one block. */
export interface SecondaryPool {
  readonly address: Address
  readonly id: Hex
  /** In the Vault's order. */
  readonly tokens: readonly PooledToken[]
  readonly swapFeeWad: bigint
  /** LP tokens of all; they have 18 decimals. */
  readonly totalSupply: bigint
  /** LP tokens of the account. */
  readonly held: bigint
  /** Paused pools can only be left, in proportion. */
  readonly paused: boolean
  /** When a swap, a join or an exit last changed it. */
  readonly lastChangeBlock: bigint
}

/** A pool's state; undefined for one that was not read, or whose figures cannot be those of a weighted pool. */
export function toSecondaryPool(
  address: Address,
  answer: SecondaryAnswer | undefined,
): SecondaryPool | undefined {
  const read = decodeSecondary('readPool', answer)
  if (read === undefined) return undefined
  const { id, swapFeeWad, totalSupply, held, paused, lastChangeBlock, balances, weightsWad } = read
  const tokens = read.tokens.flatMap((token, index) => {
    const facts = toHeldToken(token)
    const balance = balances[index]
    const weightWad = weightsWad[index]
    if (facts === undefined || balance === undefined || weightWad === undefined) return []
    return { ...facts, balance, weightWad }
  })
  const isPlausible =
    tokens.length === read.tokens.length &&
    tokens.length >= 2 &&
    new Set(tokens.map((token) => token.address)).size === tokens.length &&
    tokens.every(
      ({ balance, weightWad, decimals }) =>
        isAmount(balance) && weightWad > 0n && decimals <= WAD_DECIMALS,
    ) &&
    tokens.reduce((sum, { weightWad }) => sum + weightWad, 0n) === WAD &&
    swapFeeWad <= MAX_SWAP_FEE_WAD &&
    isAmount(totalSupply) &&
    held <= totalSupply
  if (!isPlausible) return undefined
  return { address, id, tokens, swapFeeWad, totalSupply, held, paused, lastChangeBlock }
}
