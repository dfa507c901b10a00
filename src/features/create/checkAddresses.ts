import { FEED_HEARTBEAT_SEC } from '../../analytics/poolStatus'
import { formatName } from '../../format/formatAddress'
import { formatPrice } from '../../format/formatRatio'
import { formatDuration } from '../../format/formatTime'
import { MAX_DECIMALS } from '../../protocol/bounds'
import { createContent } from './content'
import { describeTokenLookalike } from './describeTokenLookalike'
import { type Finding, type MarketPlan, WAITING } from './marketPlan'

const { token, feed: feedContent } = createContent

/** Whether a token can be the settlement token, as far as its contract shows. */
export function checkToken(plan: MarketPlan): Finding {
  const { form, prerequisites } = plan
  if (form.token.trim() === '') return { tone: 'missing', text: token.missing }
  if (prerequisites?.token === undefined) return WAITING
  const { symbol, decimals } = prerequisites.token
  if (decimals === undefined) return { tone: 'problem', text: token.none }
  const name = formatName(symbol ?? token.unnamed)
  if (decimals > MAX_DECIMALS)
    return {
      tone: 'problem',
      text: token.decimals(name, decimals, MAX_DECIMALS),
    }
  const found = token.found(name, decimals)
  const lookalike = describeTokenLookalike(plan)
  return lookalike === undefined
    ? { tone: 'good', text: found }
    : { tone: 'note', text: `${found} ${lookalike}` }
}

/** Whether a feed can be the index: it responds with a price, and a fresh one. */
export function checkFeed({ form, prerequisites }: MarketPlan): Finding {
  if (form.feed.trim() === '') return { tone: 'missing', text: feedContent.missing }
  if (prerequisites === undefined) return WAITING
  const { feed, timestampSec } = prerequisites
  if (feed === undefined) return { tone: 'problem', text: feedContent.none }
  const { decimals, answer, updatedAtSec } = feed
  if (decimals > MAX_DECIMALS)
    return {
      tone: 'problem',
      text: feedContent.decimals(decimals, MAX_DECIMALS),
    }
  if (answer <= 0n) return { tone: 'problem', text: feedContent.notPositive }
  const age = ageOf(updatedAtSec, timestampSec)
  if (age.isStale) return { tone: 'problem', text: age.text }
  const name = formatName(feed.description ?? feedContent.unnamed)
  const price = formatPrice(answer * 10n ** (MAX_DECIMALS - BigInt(decimals)))
  return { tone: 'good', text: feedContent.found(name, price, age.text) }
}

/** How old a feed's last price is, and whether that is too old for an active feed. */
export function ageOf(updatedAtSec: bigint, nowSec: bigint): { isStale: boolean; text: string } {
  if (updatedAtSec === 0n) return { isStale: true, text: feedContent.neverUpdated }
  const ageSec = nowSec > updatedAtSec ? nowSec - updatedAtSec : 0n
  const age = formatDuration(Number(ageSec))
  return ageSec > FEED_HEARTBEAT_SEC
    ? {
        isStale: true,
        text: feedContent.stale(age),
      }
    : { isStale: false, text: feedContent.updated(age) }
}
