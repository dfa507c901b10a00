import { zeroAddress } from 'viem'
import type { MarketPrerequisites } from '../../chain/newMarket/marketPrerequisites'
import { formatAddress, formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { formatPercent, formatPrice } from '../../format/formatRatio'
import { formatInterval } from '../../format/formatTime'
import { MAX_AHEAD, MAX_LEVERAGE, MAX_TEXT_BYTES, MAX_UPKEEPS } from '../../protocol/bounds'
import { WAD } from '../../protocol/wad'
import { ageOf, checkFeed, checkToken } from './checkAddresses'
import { createContent } from './content'
import { findDuplicateMarket } from './findDuplicateMarket'
import { type Finding, type Findings, type MarketPlan, WAITING } from './marketPlan'
import type { ParsedMarketForm } from './parseMarketForm'
import { suggestedSymbol } from './suggestedSymbol'

const content = createContent

/** The year that the contracts compute the management fee with. @see PoolFactory.DAYS_PER_LEAP_YEAR */
const YEAR_SEC = 31_556_952n

/** The text beside each field of a planned market, from what was typed and the chain’s current state. */
export function checkMarket(plan: MarketPlan): Findings {
  const { market } = plan
  const problems = Object.entries(market.problems).map(
    ([name, text]) => [name, { tone: 'problem', text }] as const,
  )
  return {
    token: checkToken(plan),
    feed: checkFeed(plan),
    eth: checkEth(plan),
    periods: checkAverage(market),
    interval: checkInterval(plan),
    front: checkFront(market),
    mint: checkFee(market.mintingFeeWad, plan.prerequisites?.maxMintingFeeWad, 'minting'),
    burn: checkFee(market.burningFeeWad, plan.prerequisites?.maxBurningFeeWad, 'burning'),
    name: checkName(plan),
    fee: checkDeploymentFee(plan.prerequisites),
    creator: checkCreator(plan.prerequisites),
    duplicate: checkDuplicate(plan),
    ...Object.fromEntries(problems),
  }
}

/** Whether the market can be created. */
export function isSound(findings: Findings): boolean {
  return Object.values(findings).every(
    (finding) => finding === undefined || finding.tone === 'good' || finding.tone === 'note',
  )
}

function checkEth({ form, market, prerequisites, ethWrapper }: MarketPlan): Finding | undefined {
  if (market.token === undefined) return undefined
  if (form.eth.trim() === '' && ethWrapper === undefined)
    return {
      tone: 'missing',
      text: content.eth.missing,
    }
  if (prerequisites === undefined) return WAITING
  const price = prerequisites.ethPrice
  if (price === undefined) return { tone: 'problem', text: content.eth.none }
  if (price.priceWad <= 0n) return { tone: 'problem', text: content.eth.zero }
  const symbol = formatName(prerequisites.token?.symbol ?? content.eth.token)
  const text = content.eth.price(formatPrice(price.priceWad), symbol)
  if (price.updatedAtSec === undefined) {
    const isNamed = form.eth.trim() !== ''
    const source = isNamed ? undefined : formatName(ethWrapper?.poolName ?? '')
    const where = (isNamed ? market.eth : ethWrapper?.wrapper) ?? zeroAddress
    return {
      tone: 'note',
      text: content.eth.fromContract(text, source, formatAddress(where)),
    }
  }
  const age = ageOf(price.updatedAtSec, prerequisites.timestampSec)
  if (age.isStale) return { tone: 'problem', text: age.text }
  return { tone: 'good', text: content.eth.fromFeed(text) }
}

function checkAverage({
  isSma,
  periods,
  sampleSec,
  updateIntervalSec,
}: ParsedMarketForm): Finding | undefined {
  if (!isSma || periods === undefined || sampleSec === undefined) return undefined
  const every = sampledEverySec(sampleSec, updateIntervalSec ?? 0)
  const rarer = every > sampleSec ? formatInterval(BigInt(every)) : undefined
  return {
    tone: 'good',
    text: content.sma(formatInterval(BigInt(periods * every)), periods, rarer),
  }
}

/** How often an average takes a sample, seconds: at the first upkeep that comes when one is due. */
function sampledEverySec(sampleSec: number, updateSec: number): number {
  return updateSec === 0 ? sampleSec : Math.ceil(sampleSec / updateSec) * updateSec
}

function checkInterval({ market, prerequisites }: MarketPlan): Finding | undefined {
  const { updateIntervalSec } = market
  if (updateIntervalSec === undefined) return undefined
  if (prerequisites === undefined) return WAITING
  const feeWad = (prerequisites.managementFeeWad * BigInt(updateIntervalSec)) / YEAR_SEC
  if (feeWad >= WAD)
    return {
      tone: 'problem',
      text: content.interval.feeTooHigh,
    }
  return {
    tone: 'note',
    text: content.interval.rebalance(formatInterval(BigInt(updateIntervalSec))),
  }
}

function checkFront(market: ParsedMarketForm): Finding | undefined {
  const { frontRunningIntervalSec: front, updateIntervalSec: update } = market
  if (front === undefined || update === undefined) return undefined
  if (front > MOST_INTERVALS_AHEAD * update)
    return {
      tone: 'problem',
      text: content.front.tooLong(MOST_INTERVALS_AHEAD),
    }
  const { isSma, periods, sampleSec } = market
  if (isSma && periods !== undefined && sampleSec !== undefined) {
    const horizon = periods * sampledEverySec(sampleSec, update)
    if (front < horizon)
      return {
        tone: 'note',
        text: content.front.shorterThanSma(formatInterval(BigInt(horizon))),
      }
  }
  if (front === 0) return { tone: 'note', text: content.front.none }
  if (front <= update)
    return {
      tone: 'good',
      text: content.front.within(formatInterval(BigInt(front))),
    }
  const least = Math.floor(front / update) + 1
  const most = Math.floor((front + update - 1) / update) + 1
  const rebalances = least === most ? `${least}` : content.front.or(least, most)
  if (most > MAX_UPKEEPS)
    return {
      tone: 'note',
      text: content.front.unprojected(rebalances, MAX_UPKEEPS),
    }
  return {
    tone: 'good',
    text: content.front.longer(rebalances),
  }
}

/** Two less than the lens looks ahead, since a commit can lie one interval farther than now, and ends are not included. */
const MOST_INTERVALS_AHEAD = MAX_AHEAD - 2

function checkFee(
  feeWad: bigint | undefined,
  mostWad: bigint | undefined,
  name: string,
): Finding | undefined {
  if (feeWad === undefined || mostWad === undefined || feeWad <= mostWad) return undefined
  return {
    tone: 'problem',
    text: content.maxFee(name, formatPercent(mostWad, 0)),
  }
}

/** With the largest leverage before it, a token's name has to fit into what is read of names. */
const MAX_NAME_BYTES = MAX_TEXT_BYTES - `${MAX_LEVERAGE}L-`.length

function checkName({ market, prerequisites, poolName, pools }: MarketPlan): Finding {
  if (poolName === '') return { tone: 'missing', text: content.name.missing }
  const leverage = market.leverage ?? '…'
  const text = content.name.names(
    `${leverage}-${poolName}`,
    `${leverage}L-${poolName}`,
    `${leverage}S-${poolName}`,
  )
  if (new TextEncoder().encode(poolName).length > MAX_NAME_BYTES)
    return {
      tone: 'problem',
      text: content.name.tooLong(MAX_NAME_BYTES),
    }
  const namesake = pools.find(({ facts }) => facts.name === `${leverage}-${poolName}`)
  // The same market under the same name is said beside the button.
  const isTold = namesake?.facts.address === findDuplicateMarket(market, pools)?.pool
  if (namesake !== undefined && !isTold)
    return {
      tone: 'note',
      text: content.name.taken(text),
      pool: namesake.facts.address,
    }
  const symbol = prerequisites?.token?.symbol
  const settles = poolName.includes('+') ? poolName.slice(poolName.lastIndexOf('+') + 1) : undefined
  if (settles === undefined || symbol === undefined) return { tone: 'good', text }
  return settles === formatName(symbol) || settles === suggestedSymbol(symbol)
    ? { tone: 'good', text }
    : {
        tone: 'note',
        text: content.name.otherToken(text, formatName(symbol), formatName(settles)),
      }
}

function checkDeploymentFee(prerequisites: MarketPrerequisites | undefined): Finding {
  if (prerequisites === undefined) return WAITING
  const { deploymentFee: fee, creator } = prerequisites
  if (fee === undefined) return { tone: 'good', text: content.fee.none }
  const amount = (value: bigint) => `${formatAmount(value, fee.decimals)} ${formatName(fee.symbol)}`
  const text = content.fee.amount(amount(fee.amount))
  if (creator === undefined) return { tone: 'note', text: `${text}.` }
  if (fee.balance < fee.amount)
    return { tone: 'problem', text: content.fee.tooLittle(text, amount(fee.balance)) }
  return fee.allowance < fee.amount
    ? { tone: 'note', text: content.fee.approve(text) }
    : { tone: 'good', text: content.fee.approved(text) }
}

function checkCreator(prerequisites: MarketPrerequisites | undefined): Finding | undefined {
  if (prerequisites?.creator === undefined) return undefined
  if (prerequisites.creator.isContract)
    return {
      tone: 'problem',
      text: content.creator.contract,
    }
  if (!prerequisites.creator.hasEth)
    return {
      tone: 'problem',
      text: content.creator.noEth,
    }
  return {
    tone: 'good',
    text: content.creator.same,
  }
}

function checkDuplicate({ market, pools }: MarketPlan): Finding | undefined {
  const duplicate = findDuplicateMarket(market, pools)
  if (duplicate === undefined) return undefined
  const name = formatName(duplicate.name)
  return {
    tone: 'note',
    text: duplicate.hasSameFees ? content.duplicate.same(name) : content.duplicate.otherFees(name),
    pool: duplicate.pool,
  }
}
