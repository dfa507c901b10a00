import type { Address } from 'viem'
import type { LookAlike } from './bridgeNetwork'

const SITE = 'https://bridge.arbitrum.io/'

interface Transfer {
  readonly to: 'arbitrum' | 'ethereum'
  /** Its address on Ethereum; ETH without it. */
  readonly token?: Address | undefined
  /** In whole tokens, as one would type it. */
  readonly amount?: string | undefined
}

/** Arbitrum's own bridge page with the form filled in. Nothing is asked of it before someone follows the link. */
export function transferLink({ to, token, amount }: Transfer): string {
  const [source, destination] =
    to === 'arbitrum' ? ['ethereum', 'arbitrum-one'] : ['arbitrum-one', 'ethereum']
  return linkTo({ sourceChain: source, destinationChain: destination, token, amount })
}

/** Where withdrawals are claimed: the list of one's own transfers. */
export const CLAIM_LINK = linkTo({
  sourceChain: 'arbitrum-one',
  destinationChain: 'ethereum',
  tab: 'tx_history',
})

function linkTo(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return `${SITE}?${new URLSearchParams(given)}`
}

/** Where one USDC is changed for the other, on Arbitrum. */
export function swapLink(
  { address, takenInstead }: Pick<LookAlike, 'address' | 'takenInstead'>,
  amount: string,
): string {
  const query = new URLSearchParams({
    chain: 'arbitrum',
    inputCurrency: address,
    outputCurrency: takenInstead,
    value: amount,
    field: 'input',
  })
  return `https://app.uniswap.org/swap?${query}`
}
