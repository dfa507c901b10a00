/**
 * What may have to be said to someone who is on the way to a pool:
 * `wrongNetwork` the wallet is elsewhere, `nothing` there is neither money nor ETH anywhere, `noGas` there is no ETH for
 * the network fee, `otherUsdc` there is a USDC that the pool does not take, `onEthereum` the money is on Ethereum,
 * `noMoney` there is ETH, and no money that is known of.
 */
export type HintKind = 'wrongNetwork' | 'nothing' | 'noGas' | 'otherUsdc' | 'onEthereum' | 'noMoney'

/** What is known of a wallet with regard to one settlement token, in base units. Undefined: not known, or not there to be known. */
export interface HintFacts {
  readonly isWrongNetwork: boolean
  /** Whether it holds something of the pools already. */
  readonly isInvested: boolean
  /** Whether it holds what some pool takes, be it another token than this one. */
  readonly holdsMoney: boolean
  /** Whether the bridge is known to bring the settlement token. */
  readonly isBridged: boolean
  /** Decimals of the settlement token, on both sides. */
  readonly decimals: number
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

/**
 * With less ETH than this, wei, a first order is barely paid for: an approval and a commit take less than a million gas,
 * and Arbitrum has asked 0.01 to 0.1 gwei for one on most days.
 */
export const LITTLE_GAS_WEI = 50_000_000_000_000n

/**
 * With less ETH than this on Ethereum, wei, there is none to bring over nor to pay a deposit with: one takes 100,000 to
 * 250,000 gas there, at rarely less than 1 gwei.
 */
export const LITTLE_ETHEREUM_WEI = 200_000_000_000_000n

/**
 * With less than this of a token, base units, there is as good as none: a hundredth of one. Of USDC and BAL that
 * is less than a transaction's fee.
 *
 * @param decimals Of the token
 */
export function littleMoney(decimals: number): bigint {
  return decimals > 2 ? 10n ** BigInt(decimals - 2) : 1n
}

/** The hint to show: the most pressing one that is due and has not been dismissed. */
export function dueHint(
  facts: HintFacts,
  dismissed: ReadonlySet<HintKind> = new Set(),
): HintKind | undefined {
  return dueHints(facts).find((kind) => !dismissed.has(kind))
}

/** One settlement token's facts, and what has been dismissed about it. */
interface TokenHints {
  readonly facts: HintFacts
  readonly dismissed: ReadonlySet<HintKind>
}

/**
 * The hint to show where several settlement tokens are concerned, and the index of the one that it is about.
 * What concerns the whole wallet comes first, then money of one token that is elsewhere; with money in one token there is
 * neither nothing nor no money.
 *
 * @param tokens Those that matter most first
 */
export function chooseHint(
  tokens: readonly TokenHints[],
): { readonly kind: HintKind; readonly index: number } | undefined {
  const rows = tokens.map(({ facts, dismissed }, index) => {
    const due = dueHints(facts)
    const open = due.filter((kind) => !dismissed.has(kind))
    return { index, due, open, has: standing(facts) }
  })
  const about = (kind: HintKind, row: (typeof rows)[number] | undefined) =>
    row?.open.includes(kind) ? { kind, index: row.index } : undefined

  const lost = rows.find(({ open }) => open.includes('wrongNetwork'))
  if (lost !== undefined) return about('wrongNetwork', lost)
  const nothing = rows.every(({ due }) => due.includes('nothing')) && about('nothing', rows[0])
  if (nothing) return nothing
  const dry = rows.filter(({ open }) => open.includes('noGas'))
  // Of a token that can be brought over together with the ETH there is more to say.
  const withMoney = dry.find(({ has }) => has.noMoney && has.moneyThere) ?? dry[0]
  if (withMoney !== undefined) return about('noGas', withMoney)
  for (const row of rows) {
    const kind = row.open.find((one) => one === 'otherUsdc' || one === 'onEthereum')
    if (kind !== undefined) return about(kind, row)
  }
  const isSomewhere = rows.some(
    ({ due }) => due.includes('otherUsdc') || due.includes('onEthereum'),
  )
  if (isSomewhere) return undefined
  return about(
    'noMoney',
    rows.find(({ due }) => due.includes('noMoney')),
  )
}

/** All hints that are due with regard to one settlement token, the most pressing one first. */
export function dueHints(facts: HintFacts): readonly HintKind[] {
  const { isInvested } = facts
  const has = standing(facts)
  const lacksBoth = has.noGas && has.noMoney && !isInvested
  const hasNothing = lacksBoth && !has.other && !has.ethThere && !has.moneyThere
  const hints: HintKind[] = facts.isWrongNetwork ? ['wrongNetwork'] : []
  if (hasNothing) hints.push('nothing')
  else if (has.noGas) hints.push('noGas')
  if (has.noMoney && has.other) hints.push('otherUsdc')
  if (has.noMoney && has.moneyThere) hints.push('onEthereum')
  const isKnownElsewhere = has.other || has.moneyThere
  const isAtHome = isInvested || facts.holdsMoney
  if (has.noMoney && facts.isBridged && !isAtHome && !isKnownElsewhere && !hasNothing)
    hints.push('noMoney')
  return hints
}

/** Whether a wallet has what it takes to trade: nothing is due, dismissed or not, and it holds money or a position. */
export function isReadyToTrade(facts: HintFacts): boolean {
  return dueHints(facts).length === 0 && (facts.isInvested || facts.holdsMoney)
}

/** What a wallet has and lacks, dust counted as nothing; what is not known is neither. */
export function standing(facts: HintFacts) {
  const little = littleMoney(facts.decimals)
  return {
    noGas: isBelow(facts.ethWei, LITTLE_GAS_WEI),
    noMoney: isBelow(facts.settlement, little),
    other: isFrom(facts.otherUsdc, little),
    ethThere: isFrom(facts.ethereumEthWei, LITTLE_ETHEREUM_WEI),
    noEthThere: isBelow(facts.ethereumEthWei, LITTLE_ETHEREUM_WEI),
    moneyThere: isFrom(facts.ethereumSettlement, little),
    noMoneyThere: isBelow(facts.ethereumSettlement, little),
  }
}

function isBelow(amount: bigint | undefined, floor: bigint): boolean {
  return amount !== undefined && amount < floor
}

function isFrom(amount: bigint | undefined, floor: bigint): boolean {
  return amount !== undefined && amount >= floor
}
