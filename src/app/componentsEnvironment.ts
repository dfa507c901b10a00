import * as v from 'valibot'
import { type Address, isAddress } from 'viem'
import type { KnownFeed, KnownToken } from '../chain/verification/verifiedComponent'

const FEED = /^[^/:]+\/[^/:]+:0x\w{40}(:[1-9]\d{0,7}(:\d{1,3}(\.\d+)?)?)?$/
const TOKEN = /^[^:]+(:0x\w{40}){1,2}$/

/** `ETH/USD:0x…:1755:0.05`: pair, address, and where they are known the heartbeat in seconds and the deviation in percent. */
export const knownFeeds = v.pipe(
  listOf(FEED, 'must be BASE/QUOTE:address[:heartbeat[:deviation]], separated by commas'),
  v.transform((feeds) =>
    feeds.map(
      ([name = '', address, heartbeat, deviation]): KnownFeed => ({
        name,
        address: address as Address,
        heartbeatSec: heartbeat === undefined ? undefined : Number(heartbeat),
        deviationPercent: deviation === undefined ? undefined : Number(deviation),
      }),
    ),
  ),
)

/** `USDC.e:0x…:0x…`: symbol, address, and the feed of what 1 ETH costs in it. */
export const knownTokens = v.pipe(
  listOf(TOKEN, 'must be SYMBOL:address[:address of its ETH feed], separated by commas'),
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

/** Items separated by commas or spaces, each of fields separated by colons. */
function listOf(item: RegExp, hint: string) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
    v.checkItems(
      (text) =>
        item.test(text) &&
        text.split(':').every((address) => address.length !== 42 || isAddress(address)),
      hint,
    ),
    v.transform((items) => items.map((text) => text.split(':'))),
  )
}
