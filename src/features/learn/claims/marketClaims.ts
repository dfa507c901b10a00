import type { ClaimGroup } from './claim'

/** What the articles say about markets, collateral, fees, strategies and the Balancer edition. */
export const MARKET_CLAIMS: readonly ClaimGroup[] = [
  {
    title: 'Markets and collateral',
    claims: [
      {
        claim: 'Anyone can launch a pool, as long as it’s approved by the DAO.',
        sources: ['grip', 'balancer'],
        verdict: 'no',
        fact: 'PoolFactory.deployPool asks for no approval. The caller has to be the deployer of the oracle wrapper and pay the factory’s deployment fee. This app hides markets with unknown components by default.',
        place: '/create',
      },
      {
        claim: 'A pool needs a good oracle price feed.',
        sources: ['grip', 'balancer'],
        verdict: 'partly',
        fact: 'It needs an oracle wrapper. No contract checks that its price is good; that’s why the app shows which feeds are verified.',
        place: '/create',
      },
      {
        claim: 'Anything with an oracle price feed, such as Chainlink’s, can have a market.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'For a feed with up to 18 decimals there’s a wrapper to deploy. The settlement token needs a price of ETH too.',
        place: '/create',
      },
      {
        claim: 'The underlying can be a group of assets, an index.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'An oracle wrapper returns one price. If a feed publishes the price of an index, a pool can follow it. The contracts don’t add up baskets.',
        place: '/create',
      },
      {
        claim: 'Any ERC-20 token can be the collateral of any market.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'The factory takes any token with at most 18 decimals, and the pool needs a price of ETH in it to pay keepers. The sources say that rebasing tokens break a pool.',
        place: '/create',
      },
      {
        claim: 'BAL can be the collateral, for example for a 5x long on ETH/USD.',
        sources: ['balancer'],
        verdict: 'holds',
        fact: 'BAL is an ordinary ERC-20 with 18 decimals. BAL in a pool is held by the pool contract and can’t vote.',
        place: '/create',
      },
      {
        claim: 'Vote-escrowed BAL (veBAL) can be the collateral.',
        sources: ['balancer'],
        verdict: 'no',
        fact: 'The token can’t be transferred, so no pool can receive it. The app shows veBAL and BAL balances only for reading.',
        place: '/portfolio',
      },
      {
        claim: 'Other Balancer assets can be the collateral.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'Pool shares of Balancer are ERC-20s that the factory takes. Their own value isn’t part of the pool’s index, and keepers need a price of ETH in them, for which someone has to deploy a wrapper.',
        place: '/create',
      },
      {
        claim: 'Holders get exposure to other assets without selling BAL.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'Nothing is sold on a market. But you hand in BAL for pool tokens, and receive more or less of it when you burn.',
        place: '/',
      },
      {
        claim:
          'Existing markets can be minted and burned, and new ones created, with minimal barriers.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'No account is excluded. There’s an approval, the queue and a claim; a new market takes two or more deployments by one account.',
        place: '/create',
      },
      {
        claim: 'The first markets are 1x and 3x on BTC/USDC and ETH/USDC.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'A proposal from before V2. The list shows what the factory of V2 has now.',
        place: '/',
      },
      {
        claim:
          'Tokens of these markets can be traded on exchanges such as Balancer, SushiSwap and Uniswap.',
        sources: ['explained', 'balancer'],
        verdict: 'partly',
        fact: 'As ERC-20s they can be. The pool contracts know nothing of such markets. This app reads and uses Balancer’s; it doesn’t look at other exchanges.',
        place: 'liquidity:',
      },
      {
        claim: 'Secondary markets will be naturally liquid, as users seek their fees.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'A forecast about other contracts. What a market’s Balancer pool holds now, and the fees that it has earned, can be read.',
        place: 'liquidity:',
      },
      {
        claim: 'You need the Arbitrum bridge, and a withdrawal takes 7 days.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'The pools are on Arbitrum. A withdrawal waits for the challenge period, about a week, and then needs a second transaction on Ethereum.',
        place: '/bridge',
      },
    ],
  },
  {
    title: 'Fees',
    claims: [
      {
        claim:
          '10% of the fees generated by trading flow to the Balancer DAO treasury; this is baked into the contracts.',
        sources: ['balancer'],
        verdict: 'partly',
        fact: 'The factory’s secondaryFeeSplitPercent is 10 at first, governance can change it for later pools, and it’s fixed per pool. It’s a share of the yearly management fee, not of trading, and goes to the deployer until they name another address.',
        place: '/treasury',
      },
      {
        claim: 'Balancer receives 10% of the fees from trades made on its interface.',
        sources: ['balancer'],
        verdict: 'no',
        fact: 'The contracts don’t know which interface sent a commit. Fees belong to the pool: its secondary fee address receives the share of all of them.',
        place: '/treasury',
      },
      {
        claim: 'The fees could pay for the maintenance of the interface.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'The income can be read: what each pool has accrued and paid out. The costs can’t.',
        place: '/treasury',
      },
    ],
  },
  {
    title: 'Strategies',
    claims: [
      {
        claim: 'Directional positions: take one side, at several leverages.',
        sources: ['explained'],
        verdict: 'holds',
        fact: 'A long or a short mint. The leverage is the pool’s, so another leverage is another pool.',
        place: '/lab/strategies',
      },
      {
        claim: 'Rebalancing rate returns: farm the asymmetric gains.',
        sources: ['explained'],
        verdict: 'partly',
        fact: 'Mint the smaller side. The direction of the index remains your risk unless you hedge it elsewhere, and fees and keeper rewards come off. The list estimates the yield per week.',
        place: '/lab/strategies',
      },
      {
        claim:
          'Long straddle: hold long and short tokens of equal value and profit from a move in either direction.',
        sources: ['explained'],
        verdict: 'partly',
        fact: 'With equal sides one rebalance gives such a holder exactly nothing, before fees. There’s a profit if one direction continues over several rebalances while commits keep the sides even; a move back costs.',
        place: '/lab/strategies',
      },
      {
        claim: 'Liquidity provision: hold both sides in a secondary market and earn swap fees.',
        sources: ['explained'],
        verdict: 'unverifiable',
        fact: 'It takes place outside the pool contracts, for example on Balancer. Fees have to exceed what’s lost when the two tokens’ values diverge; the lab compares them.',
        place: '/lab/strategies',
      },
      {
        claim: 'More sophisticated strategies and vaults will follow.',
        sources: ['explained', 'balancer'],
        verdict: 'unverifiable',
        fact: 'A plan. The V2 factory and its pools contain no vault. What the lab has are strategies that one person can hold.',
        place: '/lab/strategies',
      },
    ],
  },
  {
    title: 'The Balancer edition',
    claims: [
      {
        claim:
          'Tracer builds an interface for Balancer and hands over the code, to run on a subdomain.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'A proposal. This app is static files and has a Balancer edition that can be hosted on any domain.',
        place: '/',
      },
      {
        claim: 'The interface says “Powered by Tracer DAO”, and both sides market it together.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'Not a matter of the contracts. The Balancer edition has this line in its footer.',
        place: '/',
      },
      {
        claim: 'Someone at Balancer has to commit to maintaining the interface.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'Not a matter of the contracts. This app needs static hosting and an RPC, and no server of its own.',
        place: 'none',
      },
      {
        claim:
          'One marketplace could serve Balancer and other projects, instead of an interface for each.',
        sources: ['balancer'],
        verdict: 'holds',
        fact: 'The contracts don’t tell interfaces apart: every edition of this app lists the same markets.',
        place: '/',
      },
      {
        claim: 'BAL markets and the interface need the DAO’s approval by a vote.',
        sources: ['balancer'],
        verdict: 'no',
        fact: 'The factory asks no one, and the app is open source. The DAO may have rules of its own.',
        place: '/create',
      },
      {
        claim:
          'V1 pools brought about $130m of trading volume to Balancer, where Tracer has long been active.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'Not from the pool contracts. It would take all past swaps of the Balancer pools of V1, which this app doesn’t read.',
        place: 'none',
      },
      {
        claim:
          'Markets in BAL reduce sell pressure and the volatility of BAL, and add utility to it.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'An expectation about the price of a token. What can be read is how much BAL lies in pools.',
        place: 'topic:pools',
      },
      {
        claim: 'Velocity of currency is vital to a healthy economy, and broad use to its adoption.',
        sources: ['balancer'],
        verdict: 'unverifiable',
        fact: 'An economic opinion.',
        place: 'none',
      },
    ],
  },
]
