import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { LearnTopic } from './claims/claim'
import { exampleShares } from './exampleShares'
import { LAB, topicLink } from './learnLinks'

const LINK = 'underline underline-offset-4 hover:text-accent'

const to = (path: string, text: string) => (
  <Link to={path} className={LINK}>
    {text}
  </Link>
)

const about = (topic: LearnTopic, text: string) => to(topicLink(topic), text)

const up = exampleShares(3, 10)
const down = exampleShares(3, -10)

/** What the page says of each topic beyond its two sentences, in reading order. */
export const topicTexts: Record<Exclude<LearnTopic, 'keeper' | 'claims'>, ReactNode> = {
  pools: (
    <>
      <p>
        You enter by minting: you pay the settlement token and receive tokens of one side. You leave
        by burning them. A token is worth its side’s balance divided by all tokens of that side, so
        its price rises and falls with the boundary.
      </p>
      <p>
        Your counterparty is the other side, not an exchange or a lender. There’s no order book, no
        margin and no expiry. Only mints, burns, fees and keeper rewards change what a pool holds in
        total.
      </p>
      <p>The {to('/', 'market list')} shows how each pool is split between its sides.</p>
    </>
  ),
  powerLeverage: (
    <>
      <p>
        Plain leverage would take L times the index move. That reaches 100% at a move of 1 ÷ L, and
        then someone has to be liquidated. A pool bends the line instead: close to L times the move
        for small moves, flat for large ones.
      </p>
      <p>
        There are two such curves. The first, 1 − r^L, is V1’s. The deployed V2 contracts use the
        second, tanh(L · (1 − r)). In a 3x pool an index move of +10% takes {up.deployed} of the
        short side ({up.power} with the first, {up.plain} with plain leverage), and −10% takes{' '}
        {down.deployed} of the long side.
      </p>
      <p>r compares the prices of two rebalances. What the index did in between doesn’t matter.</p>
    </>
  ),
  rebalancingRate: (
    <>
      <p>
        A rebalance applies the index move since the last one. It doesn’t try to make the sides
        equal: equal sides become unequal when the price moves. How unequal they are is the{' '}
        {about('skew', 'skew')}.
      </p>
      <p>
        The losing side pays a share of its own balance. If it’s the larger side, that is a lot for
        the smaller one; if it’s the smaller side, it’s little for the larger one. Over moves in
        both directions, value drifts from the larger side to the smaller one. The rate measures
        this, as a funding rate does on a perpetual future, but nothing is paid while the index
        doesn’t move.
      </p>
    </>
  ),
  skew: (
    <>
      <p>
        Skew shows which side is in demand. The smaller side gains more from a move than it loses
        when the move reverses. Holding it for that reason is called skew farming.
      </p>
      <p>
        Over many moves, up as often as down, farming earns about (S − 1) × half the average
        transferred share per unit of the small side, at S above 1. At S = 1 it earns nothing. Fees
        and keeper rewards come off, the direction of the index remains a risk unless you hedge it
        elsewhere, and every farmer who joins brings the skew closer to 1.
      </p>
      <p>The {to('/?sort=-pays', 'market list')} estimates the yield per week for each pool.</p>
    </>
  ),
  effectiveLeverage: (
    <>
      <p>
        An example: in a 1x pool whose long side is 10% larger, S = 1.1. Shorts gain at 1.1x when
        the index falls and lose at 1x when it rises. Longs gain at only 0.91x.
      </p>
      <p>
        It holds for the next small move. After it the balances are different, and so is the
        leverage on gains. Commits in the queue change it too.
      </p>
    </>
  ),
  queue: (
    <>
      <p>
        If you could mint at a price that’s already known, you could wait for a move and enter
        afterwards, at the cost of all other holders. That is front-running. So a commit waits until
        at least the front-running interval has passed, and executes at a price that no one knew
        when it was sent.
      </p>
      <p>
        In a pool that averages prices the wait is usually as long as the average, because the next
        averages can be estimated in advance. The order form shows the time at which your commit
        would execute.
      </p>
    </>
  ),
  sma: (
    <>
      <p>
        A short spike enters the average with a weight of only 1/n and leaves it n samples later, so
        it moves little value back and forth. That lowers {about('decay', 'volatility decay')} and
        makes a single manipulated price less useful. The cost is the lag: your position follows the
        index late.
      </p>
      <p>
        Samples are taken during rebalances. Until the next one, the oracle still reports the old
        average.
      </p>
    </>
  ),
  decay: (
    <>
      <p>
        A gain of 10% and a loss of 10% make 1.1 × 0.9 = 0.99. The same happens to a token whose
        side gains and loses the same share in turn. The loss grows with the square of the share, so
        with leverage and with volatility.
      </p>
      <p>
        It depends on what other traders do. After a rise the long side is large and the short side
        pays well, so new shorts are minted; when the index falls back, they share the gain. Minting
        fees and an {about('sma', 'SMA')} offset part of the decay.
      </p>
      <p>{to(LAB, 'The lab')} computes it for real and simulated prices.</p>
    </>
  ),
  escrow: (
    <>
      <p>
        A rebalance doesn’t send tokens to each account. It records the prices, and the result of
        your commit is yours from then on. You fetch it when you like, or commit again directly from
        escrow.
      </p>
      <p>
        With auto-claim you attach a reward in ETH so that someone else claims for you; without a
        running bot nothing happens. {to('/portfolio', 'Portfolio')} lists what you can claim.
      </p>
    </>
  ),
}

/** The rest of what the page says. */
export const learnContent = {
  title: 'How a pool works',
  intro:
    'Ten topics, each with a figure that you can change. All figures use the contracts’ own arithmetic. The last section compares what three articles of 2022 say about the pools with the deployed contracts.',
  contents: 'On this page',
  anchor: (title: string) => `Link to “${title}”`,
  claims: {
    intro:
      'Three articles of 2022 introduced the pools: Tracer DAO’s “Explained”, Clayming Space’s “Grip” and Tracer DAO’s proposal to Balancer. Each of their claims is listed here, next to what the deployed V2 contracts do. Claims were compared with the contracts’ sources and the published bytecode; what isn’t in them is marked as not verifiable on chain.',
    columns: ['The articles say', 'The contracts do', 'Shown in'],
    notShown: 'Not in this app',
    filter: 'Show claims',
    all: (count: number) => `All ${count}`,
    some: (verdict: string, count: number) => `${verdict} (${count})`,
    table: 'Claims of the articles and what the contracts do',
  },
}

/** Every sentence of the keeper's steps, with the figures of a live pool. */
export const keeperSteps = {
  title: 'Keepers: where a pool is right now',
  text: (
    <>
      <p>
        A contract can’t act on a schedule. Someone, usually a bot, has to send the transaction that
        rebalances a pool: the keeper. Anyone can, as soon as the pool’s update interval has passed,
        and the pool pays for it.
      </p>
      <p>
        The article “Grip” describes it in seven steps, 1.0 to 4.0. Steps 3.1a to 4.0 happen in a
        single transaction. In the deployed contracts the price (3.1b) comes first, then the value
        transfer (3.1c), then the commits (3.1a).
      </p>
    </>
  ),
  market: 'Market',
  loading: 'Loading markets from the chain.',
  none: 'No markets yet.',
  /** The line above the bar. */
  state: {
    open: (left: string, clock: string) =>
      `Open for commits. The next rebalance is due in ${left}, at ${clock}.`,
    closed: (left: string, clock: string) =>
      `Too late for the next rebalance, which is due in ${left}, at ${clock}.`,
    due: (since: string) => `The rebalance has been due for ${since}. It’s waiting for a keeper.`,
    paused: 'This pool is paused: it doesn’t rebalance.',
    noPrice: 'The pool’s oracle isn’t responding, so rebalances fail.',
  },
  scale: {
    last: 'last rebalance',
    cutOff: 'too late for the next rebalance',
    due: 'due',
  },
  now: 'now',
  names: {
    '1.0': 'Traders commit',
    '2.0': 'Collateral gathers in the pool',
    '3.0': 'A keeper triggers the rebalance',
    '3.1a': 'The committer selects the commits that are due',
    '3.1b': 'The oracle gives the price',
    '3.1c': 'The library computes the transfer',
    '4.0': 'Tokens are minted and burned',
  },
  amounts: (mint: ReactNode, burn: ReactNode, flip: ReactNode) => (
    <>
      {mint} to mint, {burn} to burn, {flip} to flip
    </>
  ),
  nothing: 'nothing',
  queued: (amounts: ReactNode) => <>In the queue: {amounts}.</>,
  slot: (interval: string, clock: string) =>
    `A commit now goes into interval ${interval} and executes at ${clock} at the earliest.`,
  balances: (long: ReactNode, short: ReactNode, pending: ReactNode | undefined) => (
    <>
      Long side {long}, short side {short}.
      {pending !== undefined && <> {pending} for queued mints belong to neither side yet.</>}
    </>
  ),
  lastRebalance: (clock: string, price: ReactNode) => (
    <>
      Last rebalance: {clock}, at a price of {price}.
    </>
  ),
  neverRebalanced: (clock: string, price: ReactNode) => (
    <>
      Not rebalanced yet. Created at {clock}, at a price of {price}.
    </>
  ),
  reward: (amount: ReactNode) => <>The keeper receives about {amount} (depends on gas).</>,
  noReward: 'The keeper’s reward can’t be estimated.',
  executes: (intervals: string, amounts: ReactNode) => (
    <>
      Interval {intervals}: {amounts}.
    </>
  ),
  price: (from: ReactNode, to: ReactNode, quote: string) => (
    <>
      From {from} to {to} {quote}, if the index doesn’t move.
    </>
  ),
  average: 'This is the average after its next sample.',
  oracleNow: (price: ReactNode) => <>The oracle reports {price} now.</>,
  transfer: (from: 'long' | 'short', amount: ReactNode) => (
    <>
      The {from} side pays {amount} to the {from === 'long' ? 'short' : 'long'} side.
    </>
  ),
  noTransfer: 'No move, no transfer.',
  minted: (long: ReactNode, short: ReactNode, burned: ReactNode) => (
    <>
      {long} and {short} tokens are minted into escrow; {burned} are paid out.
    </>
  ),
  nothingMinted: 'No commits are due, so nothing is minted or burned.',
  noOutlook: (reason: string) => `No projection: ${reason}.`,
  block: (block: string) =>
    `Read from the chain at block ${block}. Steps 3.1a to 4.0 are projected at the current index price.`,
}
