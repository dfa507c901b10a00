import type { ClaimGroup } from './claim'

/** What the articles say about rebalancing, skew, the queue and keepers. */
export const OPERATION_CLAIMS: readonly ClaimGroup[] = [
  {
    title: 'Rebalancing and skew',
    claims: [
      {
        claim: 'Rebalancing aims to balance or unbalance the two sides.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'It aims at neither. It moves value with the price, whatever the skew is. Equal sides become unequal, and unequal ones can become more so.',
        place: 'topic:rebalancingRate',
      },
      {
        claim: 'Unequal collateral is called skew, and traders can farm it.',
        sources: ['grip', 'explained'],
        verdict: 'holds',
        fact: 'The contracts keep the two balances; skew = long ÷ short is computed from them. The smaller side gains more per move than it loses.',
        place: 'topic:skew',
      },
      {
        claim: 'Skew points to excess demand for one side.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'Mints and burns change it, but so does every price move: after a rise the long side is larger without a single commit.',
        place: 'topic:skew',
      },
      {
        claim:
          'The side with more collateral pays the other a rebalancing rate, like a funding rate.',
        sources: ['grip', 'explained'],
        verdict: 'partly',
        fact: 'No contract charges it. It’s the result of moves in both directions: without a move nothing is paid, however long it takes. Funding on a perpetual future is charged by time.',
        place: 'topic:rebalancingRate',
      },
      {
        claim:
          'A figure gives the formula of the rebalancing rate; it’s positive when the long side is larger.',
        sources: ['grip'],
        verdict: 'unverifiable',
        fact: 'No contract computes a rate. This app shows skew − 1 = long ÷ short − 1, which fits the sign and the articles’ example of 10%.',
        place: 'topic:rebalancingRate',
      },
      {
        claim: 'Constraint 2: the trader pays an implied rate to the counterparty.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'Only holders of the larger side do, and only in this sense. Holders of the smaller side receive it.',
        place: 'topic:rebalancingRate',
      },
      {
        claim:
          'At a positive rate longs gain less than the transfer function says and shorts gain more; at a negative rate the reverse.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'With rate = skew − 1: the transferred share is taken from the loser’s balance, so the larger side gains a smaller part of its own.',
        place: 'topic:rebalancingRate',
      },
      {
        claim:
          'With equal sides an x% transfer is an x% gain for the other side; otherwise it isn’t.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'Gain = share × loser’s balance ÷ winner’s balance.',
        place: 'topic:rebalancingRate',
      },
      {
        claim: 'A favourable rate gives the smaller side larger gains while its losses stay fixed.',
        sources: ['grip', 'explained'],
        verdict: 'holds',
        fact: 'Gains at L ÷ S for longs and L × S for shorts, losses at L. The rebalance itself and every commit change the skew S.',
        place: 'topic:effectiveLeverage',
      },
      {
        claim: 'Example: in a 1x pool with a rate of 10%, shorts gain at 1.1x and lose at 1x.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'Exact for small moves. The figure starts with this example.',
        place: 'topic:effectiveLeverage',
      },
      {
        claim: 'A figure shows the return of skew farming.',
        sources: ['grip'],
        verdict: 'unverifiable',
        fact: 'No contract states a return. It depends on the skew, the volatility, fees, keeper rewards and who else enters; the lab computes it from these.',
        place: '/lab/strategies',
      },
      {
        claim:
          'The asymmetric upside draws traders to the smaller side, so the rate tends to zero.',
        sources: ['grip'],
        verdict: 'unverifiable',
        fact: 'No contract pulls the skew to 1. Whether traders do depends on fees, keeper rewards and demand. The market list shows each pool’s current rate.',
        place: '/',
      },
      {
        claim:
          'Near equal sides, returns are very similar to a leveraged portfolio that’s rebalanced continually.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'Similar in kind: each rebalance applies the leverage to what’s left, so the result decays in the same way. The share is smaller than L × move, and fees and keeper rewards come off.',
        place: '/lab',
      },
      {
        claim: 'Rebalancing is what keeps a pool from liquidating anyone.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'There’s nothing to liquidate: the curve takes less than 100% of a side, and no position borrows.',
        place: 'topic:powerLeverage',
      },
    ],
  },
  {
    title: 'Volatility decay',
    claims: [
      {
        claim: 'V2 tokens are meant for long-term holding, with drastically less volatility decay.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'SMA pools rebalance at an average, which takes out most of the short moves that cause decay, at the price of a lag. V2 pools with a spot oracle don’t have this. How much is left depends on flows.',
        place: '/lab/decay',
      },
      {
        claim: 'Simulations suggest a decay of 5% per year in 3x markets.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'No contract states a rate, and the simulation’s assumptions aren’t published. In an hourly 3x pool with an SMA of 8 and no fees, 5% takes a volatility of 31% if traders bring the skew back to 1 immediately, and 12% if the skew halves in a day.',
        place: '/lab/decay',
      },
      {
        claim: 'The higher the leverage, the more decay.',
        sources: ['balancer'],
        verdict: 'holds',
        fact: 'One move up and back costs s² of a token when the sides are equal each time, and the share s grows with the leverage.',
        place: '/lab/decay',
      },
      {
        claim: 'Minting fees go to token holders and reduce the decay further.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'A minting fee is credited to the side that’s minted, so its holders gain. The rate is the pool’s own, can be zero, and changes if the pool has a change interval. The minter pays it.',
        place: '/lab/decay',
      },
    ],
  },
  {
    title: 'The queue',
    claims: [
      {
        claim: 'Constraint 3: traders queue to mint and to burn.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'PoolCommitter.commit puts mints, burns and flips into an interval. They can’t be cancelled and have no price limit.',
        place: 'topic:queue',
      },
      {
        claim:
          'That is changing with V2, and for BTC and ETH you can already go around the queue on Balancer.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'V2 still queues every mint, burn and flip. The tokens are ERC-20s: where a Balancer pool holds them, they can be swapped without the queue, and the order form compares both.',
        place: 'pool:',
      },
    ],
  },
  {
    title: 'Keepers, steps 1.0 to 4.0',
    claims: [
      {
        claim:
          'A keeper is a controller: an off-chain bot triggers a contract that rebalances on chain.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'PoolKeeper.performUpkeepSinglePool, or performUpkeepMultiplePools for several pools.',
        place: 'topic:keeper',
      },
      {
        claim:
          'A keeper maintains the positions in a pool, which a trader or an exchange would do otherwise.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'A keeper only triggers the rebalance. The rule in the contract changes every position; there’s no margin to top up and nothing to close.',
        place: 'topic:keeper',
      },
      {
        claim: 'This is automated.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'Only while someone runs a bot. If no one does, intervals are missed, and one rebalance catches up with at most 15.',
        place: 'topic:keeper',
      },
      {
        claim: 'A figure shows the rebalance: trader, pool, committer, keeper, oracle and library.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'These are the contracts that take part. The figure on this page shows where a live pool is in these steps.',
        place: 'topic:keeper',
      },
      {
        claim: 'Step 1.0: a trader deposits collateral into the pool.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'A mint from the wallet transfers settlement tokens to the pool at commit. A burn takes the pool tokens out of the supply at commit.',
        place: 'topic:keeper',
      },
      {
        claim: 'Step 2.0: the collateral accumulates in the pool contract.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'Queued mints lie in the pool but belong to neither side yet: pendingMintSettlementAmount.',
        place: 'pool:queue',
      },
      {
        claim: 'Step 3.0: a keeper bot triggers the keeper contract.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'It has no effect before lastPriceTimestamp + updateInterval.',
        place: 'topic:keeper',
      },
      {
        claim:
          'Step 3.1a: the pool asks the committer which tokens are due for minting, burning or transfer.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'PoolCommitter.executeCommitments does it for every interval that has passed, but last, at prices after the value transfer. There are no transfers, but flips from one side to the other.',
        place: 'pool:queue',
      },
      {
        claim: 'Step 3.1b: the price is pulled from the oracle.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'PoolKeeper does it first. An SMA oracle takes its next sample at this moment, if its own interval has passed.',
        place: 'topic:sma',
      },
      {
        claim: 'Step 3.1c: the library calculates the rebalance.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'PoolSwapLibrary, in IEEE 754 binary128. This app follows it to the last unit.',
        place: 'pool:sides',
      },
      {
        claim: 'Step 4.0: tokens are minted and burned, and the rebalance is complete.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'Minting happens here, into escrow: you claim afterwards. Burned tokens were destroyed at commit; here they’re paid out. Last of all the keeper is paid.',
        place: 'topic:escrow',
      },
      {
        claim: 'Anyone can run a keeper bot.',
        sources: ['grip'],
        verdict: 'holds',
        fact: 'PoolKeeper.performUpkeepSinglePool checks no caller. This app offers a button for a due rebalance.',
        place: '/',
      },
      {
        claim: 'Keepers are paid by a fee accrual mechanism.',
        sources: ['grip'],
        verdict: 'partly',
        fact: 'Nothing accrues: KeeperRewards pays in the same transaction, from both sides’ balances, the gas at a set price plus a tip of 5%, and 5% more per 13 s of delay, up to 100%. Nothing if the pool holds less.',
        place: 'topic:keeper',
      },
    ],
  },
]
