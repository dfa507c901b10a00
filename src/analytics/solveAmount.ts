const ROUNDS = 8

/**
 * An amount that gives at least the target, found by proportion: what comes out is very nearly proportional to what goes
 * in, since an order moves its own price only by its fee.
 *
 * @param target Base units of what is wanted
 * @param start A first guess, base units of what is put in
 * @param gives What an amount gives, at the assumed price
 * @returns Undefined when nothing comes of an amount, or the target is not reached
 */
export function solveAmount(
  target: bigint,
  start: bigint,
  gives: (amount: bigint) => bigint,
): bigint | undefined {
  let amount = start > 0n ? start : 1n
  for (let round = 0; round < ROUNDS; round++) {
    const given = gives(amount)
    if (given === 0n) return undefined
    // The first guess may be far too high.
    if (given >= target && round > 0) return amount
    const next = (amount * target + given - 1n) / given
    amount = given < target && next <= amount ? amount + 1n : next
  }
  return gives(amount) >= target ? amount : undefined
}
