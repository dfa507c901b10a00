import { FEED_HEARTBEAT_SEC } from '../../analytics/poolStatus'
import { formatName } from '../../format/formatAddress'
import { formatPrice } from '../../format/formatRatio'
import { formatDuration } from '../../format/formatTime'
import { MAX_DECIMALS } from '../../protocol/bounds'
import { type Finding, type MarketPlan, WAITING } from './marketPlan'
import { tokenLikeness } from './tokenLikeness'

/** Whether a token can be settled in, as far as its contract tells. */
export function checkToken(plan: MarketPlan): Finding {
  const { form, ground } = plan
  if (form.token.trim() === '')
    return { tone: 'missing', text: 'Name the token that is paid in and out.' }
  if (ground?.token === undefined) return WAITING
  const { symbol, decimals } = ground.token
  if (decimals === undefined)
    return { tone: 'problem', text: 'No token answers here with its decimals.' }
  const name = formatName(symbol ?? 'The token')
  if (decimals > MAX_DECIMALS)
    return {
      tone: 'problem',
      text: `${name} has ${decimals} decimals; the factory takes at most ${MAX_DECIMALS}.`,
    }
  const answers = `${name} answers, with ${decimals} decimals.`
  const likeness = tokenLikeness(plan)
  return likeness === undefined
    ? { tone: 'good', text: answers }
    : { tone: 'note', text: `${answers} ${likeness}` }
}

/** Whether a feed can be followed: it answers, lives, and its answer is fresh. */
export function checkFeed({ form, ground }: MarketPlan): Finding {
  if (form.feed.trim() === '')
    return { tone: 'missing', text: 'Name the Chainlink feed that the index follows.' }
  if (ground === undefined) return WAITING
  const { feed, timestampSec } = ground
  if (feed === undefined) return { tone: 'problem', text: 'No Chainlink feed answers here.' }
  const { decimals, answer, updatedAtSec } = feed
  if (decimals > MAX_DECIMALS)
    return {
      tone: 'problem',
      text: `The feed has ${decimals} decimals; a wrapper takes at most ${MAX_DECIMALS}.`,
    }
  if (answer <= 0n)
    return { tone: 'problem', text: 'Its last answer is no price: an index must be above zero.' }
  const age = ageOf(updatedAtSec, timestampSec)
  if (age.isStale) return { tone: 'problem', text: age.text }
  const name = formatName(feed.description ?? 'The feed')
  const price = formatPrice(answer * 10n ** (MAX_DECIMALS - BigInt(decimals)))
  return { tone: 'good', text: `${name} is at ${price}, ${age.text}.` }
}

/** How old a feed's last answer is, and whether that is too old for one that lives. */
export function ageOf(updatedAtSec: bigint, nowSec: bigint): { isStale: boolean; text: string } {
  if (updatedAtSec === 0n) return { isStale: true, text: 'It has not answered yet.' }
  const ageSec = nowSec > updatedAtSec ? nowSec - updatedAtSec : 0n
  const age = formatDuration(Number(ageSec))
  return ageSec > FEED_HEARTBEAT_SEC
    ? {
        isStale: true,
        text: `It last answered ${age} ago; a feed that lives answers once a day at the least.`,
      }
    : { isStale: false, text: `answered ${age} ago` }
}
