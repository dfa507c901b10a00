import type { Address } from 'viem'
import type { HintKind } from '../../analytics/bridgeHint'

/** The kinds of hints that have been dismissed, by the settlement token that they would be about. */
export type Dismissed = (token: Address | undefined) => ReadonlySet<HintKind>

/** The hints that say something of one token. The others are about the wallet, whichever token it is asked for. */
const OF_A_TOKEN: ReadonlySet<HintKind> = new Set(['otherUsdc', 'onEthereum', 'noMoney'])

/** How a dismissal is written down: `account kind`, and the token's address behind it where the kind is about one. */
export function dismissal(account: Address, kind: HintKind, token: Address | undefined): string {
  const isOfToken = OF_A_TOKEN.has(kind) && token !== undefined
  return isOfToken ? `${account} ${kind} ${token}` : `${account} ${kind}`
}

/**
 * Parses what an account has dismissed. A line without a token is about all tokens: so were all lines at first.
 *
 * @param text Dismissals, one a line
 */
export function parseDismissedHints(text: string, account: Address | undefined): Dismissed {
  const own = text
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([owner]) => owner === account)
  return (token) =>
    new Set(
      own.flatMap(([, kind, about]) =>
        about === undefined || about === token ? [kind as HintKind] : [],
      ),
    )
}
