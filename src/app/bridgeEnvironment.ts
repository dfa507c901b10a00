import * as v from 'valibot'
import { getAddress, isAddress } from 'viem'
import type { BridgeOverrides } from '../chain/bridge/bridgeNetwork'

const PAIR_HINT =
  'must be address:address[:NAME] (native USDC, the USDC that pools take, its name on the bridge)'
/** As Arbitrum's bridge and its explorer call the bridged USDC. */
const USUAL_NAME = 'USDC.e'
const TOKENS_HINT =
  'must be SYMBOL:decimals:address on Ethereum:address on this chain, separated by commas'

/** `address:address:NAME`, a token and the one that is taken instead of it, whose name may be left out. */
export const nativeUsdc = v.pipe(
  v.string(),
  v.trim(),
  v.transform((text) => text.split(':')),
  v.check(
    ([address = '', taken = '', name, ...more]) =>
      more.length === 0 && name !== '' && isAddress(address) && isAddress(taken),
    PAIR_HINT,
  ),
  v.transform(
    ([address = '', takenInstead = '', takenName = USUAL_NAME]): NonNullable<
      BridgeOverrides['nativeUsdc']
    > => ({ address: getAddress(address), takenInstead: getAddress(takenInstead), takenName }),
  ),
)

/** Tokens on both sides of the bridge. */
export const bridgedTokens = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(/[\s,]+/)
      .filter((entry) => entry !== '')
      .map((entry) => entry.split(':')),
  ),
  v.check((tokens) => tokens.every(isToken), TOKENS_HINT),
  v.transform((tokens) =>
    tokens.map(([symbol = '', decimals, l1 = '', l2 = '']) => ({
      symbol,
      decimals: Number(decimals),
      l1: getAddress(l1),
      l2: getAddress(l2),
    })),
  ),
)

function isToken([
  symbol = '',
  decimals = '',
  l1 = '',
  l2 = '',
  ...more
]: readonly string[]): boolean {
  const isNumber = /^\d{1,2}$/.test(decimals) && Number(decimals) <= 36
  return symbol !== '' && isNumber && isAddress(l1) && isAddress(l2) && more.length === 0
}
