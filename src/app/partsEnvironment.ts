import * as v from 'valibot'
import { type Address, isAddress } from 'viem'
import type { KnownFeed, KnownToken } from '../chain/verification/knownPart'

const FEEDS_HINT = 'must be BASE/QUOTE:address[:heartbeat[:deviation]], separated by commas'
const TOKENS_HINT = 'must be SYMBOL:address[:address of its ETH feed], separated by commas'

/** Parts in fields separated by colons, themselves separated by commas or spaces. */
const fields = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map((part) => part.split(':')),
  ),
)

/** `ETH/USD:0x…:1755:0.05`. */
export const knownFeeds = v.pipe(
  fields,
  v.check((feeds) => feeds.every(isFeed), FEEDS_HINT),
  v.transform((feeds) =>
    feeds.map(
      ([name = '', address, heartbeat, deviation]): KnownFeed => ({
        name,
        address: address as Address,
        heartbeatSec: toNumber(heartbeat),
        deviationPercent: toNumber(deviation),
      }),
    ),
  ),
)

/** `USDC.e:0x…:0x…`. */
export const knownTokens = v.pipe(
  fields,
  v.check((tokens) => tokens.every(isToken), TOKENS_HINT),
  v.transform((tokens) =>
    tokens.map(
      ([name = '', address, ethFeed]): KnownToken => ({
        name,
        address: address as Address,
        ethFeed: ethFeed as Address | undefined,
      }),
    ),
  ),
)

function isFeed([
  name = '',
  address = '',
  heartbeat = '1',
  deviation = '1',
  ...more
]: readonly string[]) {
  return (
    /^[^/]+\/[^/]+$/.test(name) &&
    isAddress(address) &&
    /^[1-9]\d{0,7}$/.test(heartbeat) &&
    /^\d{1,3}(\.\d{1,4})?$/.test(deviation) &&
    more.length === 0
  )
}

function isToken([name = '', address = '', ethFeed, ...more]: readonly string[]) {
  return (
    name !== '' &&
    isAddress(address) &&
    (ethFeed === undefined || isAddress(ethFeed)) &&
    more.length === 0
  )
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
