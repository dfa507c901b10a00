import { zeroAddress } from 'viem'
import type { MarketGround } from '../../chain/newMarket/marketGround'
import { formatAddress, formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { formatPercent, formatPrice } from '../../format/formatRatio'
import { formatInterval } from '../../format/formatTime'
import { MAX_AHEAD, MAX_LEVERAGE, MAX_TEXT_BYTES, MAX_UPKEEPS } from '../../protocol/bounds'
import { WAD } from '../../protocol/wad'
import { ageOf, checkFeed, checkToken } from './checkParts'
import { findTwin } from './findTwin'
import { type Finding, type Findings, type MarketPlan, WAITING } from './marketPlan'
import type { ReadMarket } from './readMarket'
import { suggestedSymbol } from './suggestedSymbol'

/** Of the year in which the contracts reckon the management fee. @see PoolFactory.DAYS_PER_LEAP_YEAR */
const YEAR_SEC = 31_556_952n

/** What stands beside each field of a planned market, from what was typed and what the chain says now. */
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
    mint: checkFee(market.mintingFeeWad, plan.ground?.maxMintingFeeWad, 'minting'),
    burn: checkFee(market.burningFeeWad, plan.ground?.maxBurningFeeWad, 'burning'),
    name: checkName(plan),
    fee: checkDeploymentFee(plan.ground),
    creator: checkCreator(plan.ground),
    twin: checkTwin(plan),
    ...Object.fromEntries(problems),
  }
}

/** Whether nothing keeps the market from being made. */
export function isSound(findings: Findings): boolean {
  return Object.values(findings).every(
    (finding) => finding === undefined || finding.tone === 'good' || finding.tone === 'note',
  )
}

function checkEth({ form, market, ground, ethWrapper }: MarketPlan): Finding | undefined {
  if (market.token === undefined) return undefined
  if (form.eth.trim() === '' && ethWrapper === undefined)
    return {
      tone: 'missing',
      text: 'No market settles in this token yet: name a Chainlink feed of what 1 ETH costs in it.',
    }
  if (ground === undefined) return WAITING
  const price = ground.ethPrice
  if (price === undefined)
    return { tone: 'problem', text: 'Neither a Chainlink feed nor an oracle wrapper answers here.' }
  if (price.priceWad <= 0n)
    return { tone: 'problem', text: 'It says that ETH costs nothing: keepers could not be paid.' }
  const symbol = formatName(ground.token?.symbol ?? 'token')
  const text = `Keepers are paid for their gas at 1 ETH = ${formatPrice(price.priceWad)} ${symbol}`
  if (price.updatedAtSec === undefined) {
    const isNamed = form.eth.trim() !== ''
    const source = isNamed ? '' : ` of ${formatName(ethWrapper?.poolName ?? '')}`
    const where = (isNamed ? market.eth : ethWrapper?.wrapper) ?? zeroAddress
    return {
      tone: 'note',
      text: `${text}, says the contract${source} at ${formatAddress(where)}. Whoever controls it could have a keeper paid with the pool’s money: look at it, or name a Chainlink feed.`,
    }
  }
  const age = ageOf(price.updatedAtSec, ground.timestampSec)
  if (age.isStale) return { tone: 'problem', text: age.text }
  return { tone: 'good', text: `${text}; a wrong price would take it from the pool.` }
}

function checkAverage({
  isSma,
  periods,
  sampleSec,
  updateIntervalSec,
}: ReadMarket): Finding | undefined {
  if (!isSma || periods === undefined || sampleSec === undefined) return undefined
  const every = sampledEverySec(sampleSec, updateIntervalSec ?? 0)
  const rarer =
    every > sampleSec ? `, which come every ${formatInterval(BigInt(every))} at the most` : ''
  return {
    tone: 'good',
    text: `Covers ${formatInterval(BigInt(periods * every))} once ${periods} samples are there. Only upkeeps take samples${rarer}.`,
  }
}

/** How often an average takes a sample, seconds: at the first upkeep that comes when one is due. */
function sampledEverySec(sampleSec: number, updateSec: number): number {
  return updateSec === 0 ? sampleSec : Math.ceil(sampleSec / updateSec) * updateSec
}

function checkInterval({ market, ground }: MarketPlan): Finding | undefined {
  const { updateIntervalSec } = market
  if (updateIntervalSec === undefined) return undefined
  if (ground === undefined) return WAITING
  const feeWad = (ground.managementFeeWad * BigInt(updateIntervalSec)) / YEAR_SEC
  if (feeWad >= WAD)
    return {
      tone: 'problem',
      text: 'The factory refuses it: the management fee of one interval would be 100% or more.',
    }
  return {
    tone: 'good',
    text: `Every ${formatInterval(BigInt(updateIntervalSec))} somebody has to perform an upkeep.`,
  }
}

function checkFront(market: ReadMarket): Finding | undefined {
  const { frontRunningIntervalSec: front, updateIntervalSec: update } = market
  if (front === undefined || update === undefined) return undefined
  if (front > MOST_INTERVALS_AHEAD * update)
    return {
      tone: 'problem',
      text: `Use at most ${MOST_INTERVALS_AHEAD} update intervals: commits that are queued farther ahead could not all be shown.`,
    }
  const { isSma, periods, sampleSec } = market
  if (isSma && periods !== undefined && sampleSec !== undefined) {
    const horizon = periods * sampledEverySec(sampleSec, update)
    if (front < horizon)
      return {
        tone: 'note',
        text: `Shorter than the average’s ${formatInterval(BigInt(horizon))}: whoever commits knows a part of the price already. The factory allows it.`,
      }
  }
  if (front === 0)
    return { tone: 'note', text: 'Without one, a commit can be made on a price that is known.' }
  if (front <= update)
    return {
      tone: 'good',
      text: `A commit in the last ${formatInterval(BigInt(front))} before a rebalance waits for the one after.`,
    }
  const least = Math.floor(front / update) + 1
  const most = Math.floor((front + update - 1) / update) + 1
  if (most > MAX_UPKEEPS)
    return {
      tone: 'note',
      text: `A commit executes ${least === most ? least : `${least} or ${most}`} rebalances later. Outcomes are projected over at most ${MAX_UPKEEPS}, so traders would see none before they commit.`,
    }
  return {
    tone: 'good',
    text: `Longer than the update interval: a commit executes ${least === most ? least : `${least} or ${most}`} rebalances later.`,
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
    text: `The contracts take a ${name} fee of at most ${formatPercent(mostWad, 0)}.`,
  }
}

/** With the largest leverage before it, a token's name has to fit into what is read of names. */
const MAX_NAME_BYTES = MAX_TEXT_BYTES - `${MAX_LEVERAGE}L-`.length

function checkName({ market, ground, poolName }: MarketPlan): Finding {
  if (poolName === '') return { tone: 'missing', text: 'Name it, for example ETH/USD+USDC.' }
  const leverage = market.leverage ?? '…'
  const text = `Pool ${leverage}-${poolName}, tokens ${leverage}L-${poolName} and ${leverage}S-${poolName}.`
  if (new TextEncoder().encode(poolName).length > MAX_NAME_BYTES)
    return {
      tone: 'problem',
      text: `Too long for the tokens’ names to be shown whole: at most ${MAX_NAME_BYTES} letters of A to Z, fewer of others.`,
    }
  const symbol = ground?.token?.symbol
  const settles = poolName.includes('+') ? poolName.slice(poolName.lastIndexOf('+') + 1) : undefined
  if (settles === undefined || symbol === undefined) return { tone: 'good', text }
  return settles === formatName(symbol) || settles === suggestedSymbol(symbol)
    ? { tone: 'good', text }
    : {
        tone: 'note',
        text: `${text} Behind the + a name says what a market settles in: that is ${formatName(symbol)} here, and not ${formatName(settles)}.`,
      }
}

function checkDeploymentFee(ground: MarketGround | undefined): Finding {
  if (ground === undefined) return WAITING
  const { deploymentFee: fee, creator } = ground
  if (fee === undefined)
    return { tone: 'good', text: 'The factory asks no fee for a new pool; the network does.' }
  const amount = (value: bigint) => `${formatAmount(value, fee.decimals)} ${formatName(fee.symbol)}`
  const asks = `The factory asks ${amount(fee.amount)} for a new pool`
  if (creator === undefined) return { tone: 'note', text: `${asks}.` }
  if (fee.balance < fee.amount)
    return { tone: 'problem', text: `${asks}, and your wallet has ${amount(fee.balance)}.` }
  return fee.allowance < fee.amount
    ? { tone: 'note', text: `${asks}; exactly that is approved before the pool is made.` }
    : { tone: 'good', text: `${asks}, and may take it from your wallet already.` }
}

function checkCreator(ground: MarketGround | undefined): Finding | undefined {
  if (ground?.creator === undefined) return undefined
  if (ground.creator.isContract)
    return {
      tone: 'problem',
      text: 'Your wallet is a contract, and only an ordinary account can create an oracle wrapper.',
    }
  if (!ground.creator.hasEth)
    return {
      tone: 'problem',
      text: 'Your wallet has no ETH on this network, in which the network fee is paid.',
    }
  return {
    tone: 'good',
    text: 'Wrapper and pool are made by the same account: the factory takes a pool only from its wrapper’s deployer.',
  }
}

function checkTwin({ market, pools }: MarketPlan): Finding | undefined {
  const twin = findTwin(market, pools)
  if (twin === undefined) return undefined
  const name = formatName(twin.name)
  return {
    tone: 'note',
    text: twin.hasSameFees
      ? `By what its contracts say this market exists already, as ${name}: a second one would split its money. Look at it first.`
      : `By what its contracts say ${name} differs from this in its fees alone: the two would compete for the same money.`,
    pool: twin.pool,
  }
}
