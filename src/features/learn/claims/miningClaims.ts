import type { ClaimGroup } from './claim'

const SUPPLY = 1_000_000_000
const MINED_PERCENT = 5
const FIRST_WEEKS_PERCENT = 57
const WEEK_1 = 8_000_000
const WEEK_2 = 7_500_000

const ofSupply = (MINED_PERCENT * FIRST_WEEKS_PERCENT) / 100
const firstWeeks = (SUPPLY * ofSupply) / 100
const left = firstWeeks - WEEK_1 - WEEK_2
const millions = (tokens: number) => `${tokens / 1_000_000} million`

const NOT_IN_POOLS =
  'No pool contract pays TCR or knows of staking: that’s done by separate contracts.'

/** What the articles say about TCR and the liquidity mining that was proposed. */
export const MINING_CLAIMS: readonly ClaimGroup[] = [
  {
    title: 'TCR and liquidity mining',
    claims: [
      {
        claim:
          'Pools are the DAO’s first contract type and have to be tested and adopted, so the DAO will reward that.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: `A plan of the DAO. ${NOT_IN_POOLS}`,
        place: 'none',
      },
      {
        claim:
          'The community’s sentiment is to reward liquidity from the start, and the distribution strengthens governance.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'An opinion.',
        place: 'none',
      },
      {
        claim: '64.7% of the TCR supply is already allocated over five years, 35.3% remains.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'The two figures add up to 100%. Allocations are decisions of the DAO, not of the pools.',
        place: 'none',
      },
      {
        claim:
          'Graphs show the allocation of TCR over five years and an example schedule; a timeline shows the DAO’s plans.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'Pictures of plans. No contract of the pools contains them.',
        place: 'none',
      },
      {
        claim: '57% of the mining allocation is distributed in the first four weeks.',
        sources: ['explained'],
        verdict: 'no',
        fact: 'It contradicts the same article’s 50% in six months: four weeks can’t distribute more than the six months that contain them.',
        place: 'none',
      },
      {
        claim:
          '50% of the mining allocation is distributed in the first six months, the rest over 4.5 years.',
        sources: ['explained'],
        verdict: 'no',
        fact: 'It contradicts the 57% in four weeks above. Which of the two was meant can’t be read from the pools.',
        place: 'none',
      },
      {
        claim: `The allocation is 5% of the supply, so 2.85% of 1 billion TCR is distributed in the first four weeks.`,
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: `The arithmetic is right: ${FIRST_WEEKS_PERCENT}% of ${MINED_PERCENT}% is ${ofSupply}%, or ${millions(firstWeeks)} TCR. ${NOT_IN_POOLS}`,
        place: 'none',
      },
      {
        claim: 'Week 1 emits 8,000,000 TCR, week 2 emits 7,500,000, with a new rate each week.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: `Together with the 2.85%, weeks 3 and 4 would have ${millions(left)} left. A farm pays at a rate that its owner sets for a period; this app shows the current rate.`,
        place: '/stake',
      },
      {
        claim: 'There are two methods: staking pool tokens, and staking LP tokens of an exchange.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'The farms are contracts of their own, which the pools don’t know. There are some for long and short tokens, and some for LP tokens of Balancer.',
        place: '/stake',
      },
      {
        claim:
          '40% goes to stakers of pool tokens and 60% to stakers of LP tokens; the shares can be changed.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'The pools have no such parameter. Each farm has its own rate, and the split can change with each period.',
        place: '/stake',
      },
      {
        claim: 'Rewards are calculated at the end of each rebalance period of 60 minutes.',
        sources: ['explained'],
        verdict: 'no',
        fact: 'A rebalance calls no reward contract, the period is each pool’s own, and farms accrue every second. It also contradicts the article’s “accrue continuously”.',
        place: 'pool:parameters',
      },
      {
        claim:
          'Rewards follow your share of what’s staked: 5 of 100 tokens earn 5% of the hour, and the same for LP tokens.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'A farm divides its rewards by share of what’s staked in it, every second. Tokens that aren’t staked don’t count.',
        place: '/stake',
      },
      {
        claim: 'Rewards have no vesting, accrue continuously and can be claimed at any time.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'So a farm computes them. It can pay only while it holds enough of the reward token.',
        place: '/stake',
      },
    ],
  },
]
