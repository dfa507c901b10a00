import { largestShareWad } from '../../../explain/lossShares'
import { formatPercent } from '../../../format/formatRatio'
import { exampleShares } from '../exampleShares'
import type { ClaimGroup } from './claim'

const up = exampleShares(3, 10)
const down = exampleShares(3, -10)
const crash = exampleShares(3, -50)
const single = exampleShares(1, 10)
const most = formatPercent(largestShareWad(3n), 2)

/** What the articles say about positions, tokens and the transfer of value. */
export const MECHANISM_CLAIMS: readonly ClaimGroup[] = [
  {
    title: 'Pools and perpetual futures',
    claims: [
      {
        claim:
          'A perpetual future is a binding agreement to buy or sell at an unspecified date, without expiry and settled in cash.',
        sources: ['grip'],
        verdict: 'unverifiable',
        fact: 'This is about other products. A pool has no agreement between two traders: a pool token is a share of one side’s balance, paid out in the settlement token when it’s burned.',
        place: 'topic:pools',
      },
      {
        claim:
          'Robert Shiller proposed perpetual futures in 1992; BitMEX made them popular in 2016.',
        sources: ['grip'],
        verdict: 'unverifiable',
        fact: 'History of other markets. The paper in the article’s own footnote is dated 1993.',
        place: 'none',
      },
      {
        claim:
          'The pool itself replaces the exchange that handles collateral, liquidations, funding and the order book.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'The contracts have no order book, margin or liquidation, and skew does the work of funding. But a pool does nothing on its own: someone has to send the rebalance transaction.',
        place: 'topic:keeper',
      },
      {
        claim: 'A trader doesn’t have to provide margin or manage leverage.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'You pay once, when you mint. The pool’s leverageAmount is set at deployment and applied again at every rebalance. The leverage on gains still changes with the skew.',
        place: 'topic:effectiveLeverage',
      },
      {
        claim: 'A new financial primitive, built by Mycelium for Tracer DAO.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'The sources are published under mycelium-ethereum. Who paid for them, and whether they are new, isn’t on chain.',
        place: 'pool:contracts',
      },
      {
        claim: 'Pools change how derivative contracts work, and make Tracer a pioneer.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'An opinion.',
        place: 'none',
      },
      {
        claim:
          'A pool is a contract that transfers value between a long and a short side, based on a price feed.',
        sources: ['grip', 'explained'],
        verdict: 'holds',
        fact: 'LeveragedPool holds both balances. PoolKeeper asks the pool’s oracle wrapper for the price and passes it on.',
        place: 'pool:contracts',
      },
      {
        claim: 'The pools are a decentralised, capital-efficient set of risk management tools.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'A judgement. What the contracts show: governance can change a pool’s keeper, and all value is paid in up front.',
        place: 'pool:contracts',
      },
    ],
  },
  {
    title: 'Positions and tokens',
    claims: [
      {
        claim:
          'Long tokens are like water, short tokens like oil, and a deposit of collateral such as USDC buys either.',
        sources: ['grip', 'explained'],
        verdict: 'partly',
        fact: 'LeveragedPool keeps a long and a short balance of one settlement token. The deposit is only queued: the tokens are minted at a later rebalance, at its price.',
        place: 'topic:pools',
      },
      {
        claim: 'Anyone can go long or short on any underlying asset.',
        sources: ['explained', 'balancer'],
        verdict: 'partly',
        fact: 'Anyone can commit to any pool that isn’t paused. An asset needs a pool, and a pool needs an oracle wrapper that returns a price.',
        place: '/',
      },
      {
        claim: 'Positions can’t be liquidated and there’s no margin debt.',
        sources: ['grip', 'explained', 'balancer'],
        verdict: 'holds',
        fact: 'No function lends, and none closes a position. A position can still lose almost all of its value in a single rebalance.',
        place: 'topic:powerLeverage',
      },
      {
        claim: 'Positions are fully collateralised.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'All of both sides’ balances lie in the pool contract. InvariantCheck pauses a pool that holds less than it owes; anyone can call it.',
        place: 'pool:sides',
      },
      {
        claim: 'Positions are fungible ERC-20 tokens.',
        sources: ['grip', 'explained', 'balancer'],
        verdict: 'holds',
        fact: 'PoolToken is an ERC-20 with the decimals of the settlement token; all tokens of a side are equal. Before you claim, your share is an entry in PoolCommitter, not a token.',
        place: 'topic:escrow',
      },
      {
        claim: 'Positions exist perpetually without upkeep.',
        sources: ['explained'],
        verdict: 'no',
        fact: 'A pool has no expiry, but without rebalances no price is applied and no mint or burn executes. Anyone can perform them, also for a pool that no keeper serves any more.',
        place: 'topic:keeper',
      },
      {
        claim: 'A token represents ownership of the pool of assets.',
        sources: ['explained'],
        verdict: 'partly',
        fact: 'It’s a share of one side’s balance, not of the whole pool.',
        place: 'pool:sides',
      },
      {
        claim:
          'A token’s value is determined by how the collateral is divided between the two sides.',
        sources: ['grip', 'explained'],
        verdict: 'holds',
        fact: 'Price = side balance ÷ (token supply + queued burns), and 1 while a side has no supply.',
        place: 'pool:sides',
      },
      {
        claim: 'The trader has no worries: the only downside is volatility decay.',
        sources: ['grip'],
        verdict: 'no',
        fact: 'Also: direction, skew, the management, minting and burning fees, keeper rewards, the wait in the queue at an unknown price, a late keeper, and who controls the oracle and the fees.',
        place: 'pool:parameters',
      },
      {
        claim: 'The tokens work throughout DeFi, at a leverage that’s sustained.',
        sources: ['explained'],
        verdict: 'partly',
        fact: 'They can be transferred and approved like any ERC-20: Balancer pools hold them, and farms take them as stakes. The transfer is computed with the same leverage each time. Whether another protocol accepts them isn’t up to the pool.',
        place: 'liquidity:',
      },
      {
        claim:
          'Example: a 1-BTC/USDC pool has an L-token and an S-token that users purchase to go long or short.',
        sources: ['explained'],
        verdict: 'partly',
        fact: 'Two tokens per pool is right. They’re minted from the pool rather than purchased, and V2 names them like 1L-BTC/USD+USDC.',
        place: '/',
      },
    ],
  },
  {
    title: 'Value transfer',
    claims: [
      {
        claim:
          'Two figures show a pool as water and oil in one vessel, and a transfer as a part of one that becomes the other.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'That’s what the two balances do. The figure on this page moves the boundary by the exact transfer.',
        place: 'topic:pools',
      },
      {
        claim:
          'If the price rises, the short side pays part of its collateral to the long side, and the reverse.',
        sources: ['grip', 'explained'],
        verdict: 'holds',
        fact: 'PoolSwapLibrary.calculateValueTransfer takes a share of the losing balance and adds it to the other. An unchanged price moves nothing but the management fee.',
        place: 'topic:pools',
      },
      {
        claim:
          'All collateral is balanced to follow the asset’s price; the pool’s value is the inverse of the price change.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'The split follows the price, the total doesn’t. Only mints, burns, fees and keeper rewards change what a pool holds. What’s inverse is the price ratio in the formula.',
        place: 'topic:pools',
      },
      {
        claim: 'Value moves every period, for example every hour.',
        sources: ['grip', 'explained'],
        verdict: 'partly',
        fact: 'Each pool has its own updateInterval. It’s a minimum: the transfer happens when someone performs the rebalance after it has passed.',
        place: 'pool:parameters',
      },
      {
        claim:
          'The transfer function is power leverage: 1 − (lower price ÷ higher price)^L, with L of 1 or 3.',
        sources: ['grip', 'explained', 'balancer'],
        verdict: 'no',
        fact: `That was V1; the library still contains it, unused by V2 pools. V2 moves tanh(L · (1 − lower ÷ higher)). At 3x and +10%: ${up.deployed} instead of ${up.power}. L can be any whole number from 1 to 65,535.`,
        place: 'topic:powerLeverage',
      },
      {
        claim:
          'The amount could be calculated in any way; this function was chosen so that nothing expires or is liquidated.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'The contracts have no expiry. The reason for a choice isn’t on chain, and V2 chose another function.',
        place: 'topic:powerLeverage',
      },
      {
        claim:
          'Example: plain 3x leverage makes 30% of a 10% move; power leverage makes slightly less.',
        sources: ['grip'],
        verdict: 'holds',
        fact: `Share of the losing side in V2: ${up.deployed} at +10% and ${down.deployed} at −10%, against ${up.plain}. It’s also the winner’s gain when both sides are equal.`,
        place: 'topic:powerLeverage',
      },
      {
        claim:
          'The upside is slightly less than with plain leverage, while the downside is minimised.',
        sources: ['grip'],
        verdict: 'partly',
        fact: `Both are dampened, small moves only a little: at 3x and −10% longs lose ${down.deployed} instead of ${down.plain}.`,
        place: 'topic:powerLeverage',
      },
      {
        claim:
          'Returns are similar to plain leverage, and dampened in volatile markets so that collateral isn’t lost.',
        sources: ['grip'],
        verdict: 'partly',
        fact: `True for one rebalance: at 3x and −50% longs lose ${crash.deployed} instead of everything. It isn’t protection over time, as the next rebalance takes its share of what’s left.`,
        place: 'topic:powerLeverage',
      },
      {
        claim: 'Returns reach the target multiple, though not completely, ~70% of the time.',
        sources: ['grip'],
        verdict: 'no',
        fact: 'No contract contains such a probability. With equal sides the deployed share is below L × move for every single move; over time the result depends on the path and on flows.',
        place: '/lab/simulate',
      },
      {
        claim: 'A dampened downside ensures that you’re still ahead of the broader market.',
        sources: ['grip'],
        verdict: 'no',
        fact: `Nothing ensures it. At 3x, longs lose ${down.deployed} when the index loses 10%.`,
        place: 'topic:powerLeverage',
      },
      {
        claim:
          'The figure in the article compares plain and power leverage for a pool of leverage 2.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'The figure on this page draws both curves at 1x, 2x, 3x and 5x, and the deployed curve with them.',
        place: 'topic:powerLeverage',
      },
      {
        claim: 'At 1x, both tokens behave like traditional 1x leverage for normal price moves.',
        sources: ['explained'],
        verdict: 'partly',
        fact: `Close to it: at +10% a 1x pool moves ${single.deployed} of the short side. The long side gains as much only while both sides are equal.`,
        place: 'topic:powerLeverage',
      },
      {
        claim: 'Constraint 1: a side never loses 100% of its collateral.',
        sources: ['grip'],
        verdict: 'partly',
        fact: `At 3x one rebalance takes at most ${most}. At leverages from about 40 the arithmetic can round the share to 100%, and balances are whole units of the settlement token.`,
        place: 'topic:powerLeverage',
      },
      {
        claim: 'Leverage causes forced selling through liquidations; pools avoid that.',
        sources: ['balancer'],
        verdict: 'holds',
        fact: 'A rebalance changes two balances inside the pool. It sells nothing on a market.',
        place: 'topic:keeper',
      },
      {
        claim: 'Holders bet against each other, in their own token.',
        sources: ['balancer'],
        verdict: 'holds',
        fact: 'Every gain of one side is the other side’s loss, in the settlement token.',
        place: 'topic:pools',
      },
    ],
  },
]
