import type { Chain } from 'viem'

/** Wallets wrap errors in errors; deeper than this no one looks. */
const MOST_CAUSES = 10

/** What a wallet said, innermost: wagmi calls also those refusals a person's in which a wallet lacks something. */
interface WalletAnswer {
  readonly code: number | undefined
  readonly message: string
}

/**
 * Why the wallet did not change the network, and what to do about it by hand.
 *
 * @param error What wagmi's `switchChain` ended with; undefined when the wallet gave no answer that ended it
 * @param chain Where the app works
 */
export function describeSwitchFailure(error: unknown, chain: Chain): string {
  const answer = innermostAnswer(error)
  const { code, message } = answer
  if (code === 4001 || (code === undefined && /reject|denied|declin|cancel/i.test(message)))
    return `You rejected the network switch. Your wallet isn’t on ${chain.name}.`
  if (code === -32002)
    return 'Your wallet has a pending request. Open it and respond, then try again.'
  return `${reasonOf(answer, chain)} ${byHand(chain)}`
}

function reasonOf({ code, message }: WalletAnswer, { name }: Chain): string {
  if (code === 4902) return `Your wallet doesn’t have ${name} and didn’t add it.`
  if (code === 4200 || code === -32601 || /not support/i.test(message))
    return 'Your wallet doesn’t support switching networks from a site.'
  return 'Your wallet didn’t switch networks.'
}

function byHand({ id, name, nativeCurrency, rpcUrls, blockExplorers }: Chain): string {
  const [rpcUrl] = rpcUrls.default.http
  const explorer = blockExplorers?.default.url
  const facts = [
    `network name ${name}`,
    `chain ID ${id}`,
    ...(rpcUrl === undefined ? [] : [`RPC URL ${rpcUrl}`]),
    `currency symbol ${nativeCurrency.symbol}`,
    ...(explorer === undefined ? [] : [`block explorer ${explorer}`]),
  ]
  return `Switch to ${name} in your wallet, or add it manually: ${facts.join(', ')}. This page updates automatically.`
}

function innermostAnswer(error: unknown): WalletAnswer {
  let answer: WalletAnswer = { code: undefined, message: '' }
  let next = error
  for (let depth = 0; depth < MOST_CAUSES && next !== undefined && next !== null; depth++) {
    if (typeof next !== 'object') return { code: undefined, message: String(next) }
    const { code, message, cause, data } = next as Record<string, unknown>
    answer = {
      code: typeof code === 'number' ? code : undefined,
      message: typeof message === 'string' ? message : '',
    }
    // MetaMask on phones puts what it means into `data`.
    next = cause ?? (data as { originalError?: unknown } | undefined)?.originalError
  }
  return answer
}
