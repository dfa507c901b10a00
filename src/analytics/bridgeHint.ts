/**
 * What may have to be said to somebody who is on the way to a pool:
 * `wrongNetwork` the wallet is elsewhere, `nothing` there is neither money nor ETH anywhere, `noGas` there is no ETH for
 * the network fee, `otherUsdc` there is a USDC that the pool does not take, `onEthereum` the money is on Ethereum.
 */
export type HintKind = 'wrongNetwork' | 'nothing' | 'noGas' | 'otherUsdc' | 'onEthereum'

/** What is known of a wallet, in base units. Undefined: not known, or not there to be known. */
export interface HintFacts {
  readonly isWrongNetwork: boolean
  /** Whether it holds something of the pools already. */
  readonly isInvested: boolean
  /** ETH where the pools are. */
  readonly ethWei: bigint | undefined
  /** The settlement token where the pools are. */
  readonly settlement: bigint | undefined
  /** The USDC that pools do not take; undefined also where the settlement token is no USDC. */
  readonly otherUsdc: bigint | undefined
  readonly ethereumEthWei: bigint | undefined
  /** The settlement token on Ethereum. */
  readonly ethereumSettlement: bigint | undefined
}

/** The hint to show: the most pressing one that is due and has not been dismissed. */
export function dueHint(
  facts: HintFacts,
  dismissed: ReadonlySet<HintKind> = new Set(),
): HintKind | undefined {
  return hintsOf(facts).find((kind) => !dismissed.has(kind))
}

function hintsOf(facts: HintFacts): readonly HintKind[] {
  const { ethWei, settlement } = facts
  const hasNoGas = ethWei === 0n
  const hasNoMoney = settlement === 0n
  const elsewhere = [facts.otherUsdc, facts.ethereumEthWei, facts.ethereumSettlement]
  const hasNothing = hasNoGas && hasNoMoney && !facts.isInvested && !elsewhere.some(isSome)
  const hints: HintKind[] = facts.isWrongNetwork ? ['wrongNetwork'] : []
  if (hasNothing) hints.push('nothing')
  else if (hasNoGas) hints.push('noGas')
  if (hasNoMoney && isSome(facts.otherUsdc)) hints.push('otherUsdc')
  if (hasNoMoney && isSome(facts.ethereumSettlement)) hints.push('onEthereum')
  return hints
}

function isSome(amount: bigint | undefined): boolean {
  return amount !== undefined && amount > 0n
}
