/**
 * Every bound on what strangers can make this app loop over, list, or ask for. Anyone can make a pool, answer as a node, or write
 * a link: a number from outside sizes nothing unless it is within one of these.
 *
 * The first group is the contracts' own. `PoolLens.sol` repeats some of the second, since Solidity cannot import them;
 * `bounds.test.ts` holds the two against each other. `/create` refuses a market that its own page would not read whole.
 */

/** Intervals that one upkeep can execute, and ids that one aggregation folds. @see PoolCommitter.MAX_ITERATIONS */
export const MAX_ITERATIONS = 15
/** Samples in an average. @see SMAOracle.MAX_PERIODS */
export const MAX_PERIODS = 24n
/** Of a `uint32`, in which the factory takes intervals, seconds. */
export const MAX_INTERVAL_SEC = 2 ** 32 - 1
/** Of a `uint16`, in which it takes the leverage. */
export const MAX_LEVERAGE = 2 ** 16 - 1
/** Of settlement tokens, and of feeds in a wrapper. @see PoolSwapLibrary.MAX_DECIMALS */
export const MAX_DECIMALS = 18n
/** Bits of a commit's amount; a pool with more money or tokens than they hold is none. */
export const AMOUNT_BITS = 128n

/** Pools of the factories that are listed or looked through; more are not. @see PoolLens.MAX_POOLS */
export const MAX_POOLS = 10_000
/** Of a name or symbol, as UTF-8; what is longer is cut. @see PoolLens.MAX_TEXT_BYTES */
export const MAX_TEXT_BYTES = 64
/** Of a token that is shown at all. @see PoolLens.MAX_DECIMALS */
export const MAX_SHOWN_DECIMALS = 77
/** Update intervals that are searched for queued commits. @see PoolLens.MAX_QUEUE */
export const MAX_QUEUE = 1_000
/** Of these, how far ahead commits on time are looked for first. @see PoolLens.MAX_AHEAD */
export const MAX_AHEAD = 250
/** Intervals of an account that are read. @see PoolLens.MAX_OWN_COMMITMENTS */
export const MAX_OWN_COMMITMENTS = 64

/** Upkeeps that are projected, whether on time or to catch up. */
export const MAX_UPKEEPS = 64
/** Upkeeps that a plan for leaving a stalled pool is computed for: one of hourly intervals two years late needs 1,168. */
export const MAX_EXIT_UPKEEPS = 2_000
/**
 * Upkeeps over which an average is followed until a move of the index shows fully in it: 24 samples, one an hour, take 288 in a
 * pool with an upkeep each five minutes.
 */
export const MAX_FOLLOWED_UPKEEPS = 300
/** Gas of one transaction on Arbitrum, about. */
export const MAX_GAS_SENT = 32_000_000n
/** Upkeeps of one transaction: below the 16.7 million gas that one may use where gas is capped the lowest. */
export const MAX_UPKEEPS_SENT = 8
/** Upkeeps that a stored transaction may ask for: each takes most of a million gas, so that no more than these fit. */
export const MAX_UPKEEPS_STORED = 32
/** Pools that are listed at a time, and beside the known ones at the start. */
export const POOLS_PER_PAGE = 50
/** Pools in which an account has something that are read unasked: anyone can send their own market's tokens to anyone. */
export const MAX_HELD_POOLS = 50
/** Pools that one request looks through for an account's part. */
export const POOLS_PER_SEARCH = 500
/** Pools in one request without state overrides: the answer counts as a contract's code, at most 24,576 bytes (EIP-170). */
export const POOLS_WITHOUT_OVERRIDES = 8

/** Tokens of a weighted pool on Balancer that is read. @see SecondaryLens.MAX_POOL_TOKENS */
export const MAX_POOL_TOKENS = 8
/** The highest swap fee that Balancer's Vault takes, a wad. */
export const MAX_SWAP_FEE_WAD = 10n ** 17n
/** Quotes of swaps in one request. */
export const MAX_QUOTES = 32
/** The last time that a farm can name, Unix seconds: far beyond any that one was made with. */
export const MAX_TIME_SEC = 2n ** 40n

/** Blocks of one request for events. */
export const MAX_BLOCKS = 1_000_000n
/** Requests of one search downwards through the blocks. */
export const MAX_SEARCH_REQUESTS = 60
/** Events of one account over all pools; more are not read. */
export const MAX_ACCOUNT_ENTRIES = 50_000
/** Events that one stored chunk of a pool's past is joined up to. */
export const EVENTS_PER_CHUNK = 500
/** Confirmed blocks by which a reorganisation is noticed. */
export const MAX_CHECKPOINTS = 16
/** Intervals that are asked about at once. */
export const PRICES_PER_REQUEST = 200
/** Possible balances that a walk through the events follows. */
export const MAX_CANDIDATES = 16
/** Blocks' headers that are asked for at once. */
export const HEADERS_AT_ONCE = 8
/** Characters of the reason that a failed upkeep left: what is kept, and what is shown of it. */
export const MAX_REASON_LENGTH = 500
export const MAX_SHOWN_REASON_LENGTH = 120
/** Rows of a pool's past in a table; the CSV has all. */
export const MAX_TABLE_ROWS = 200
/** Decimals of a feed in dollars. */
export const MAX_DOLLAR_DECIMALS = 38n

/** Flows that a browser keeps once they are finished. */
export const MAX_FINISHED_FLOWS = 50
/** Changes of one flow that are counted: far more than anyone makes. */
export const MAX_REVISION = 1_000_000_000
/** Transactions of one account that are looked at at once; no one sends more between two looks. */
export const MAX_NONCES = 50

/**
 * Transactions with the event of a lost one that are looked at in one search. Some events anyone can leave, for as little as the
 * network fee; a search that has not come to the end goes on where it was with the next look.
 */
export const MAX_TRANSACTIONS = 50

/** An account's nonces that are gone through, from the last one back, for one of its own contracts that a flow names. */
export const MAX_NONCES_BACK = 5_000

/** Characters of an amount, or of any field that a link fills. */
export const MAX_FIELD_LENGTH = 100
/** Characters of someone's name on the screen, and in the title that shows more of it. */
export const MAX_NAME_LENGTH = 40
export const MAX_TITLE_LENGTH = 300
/** Characters of a new market's name. */
export const MAX_NEW_NAME_LENGTH = 32
/** Tokens, or feeds, that are offered for a new market. */
export const MAX_OFFERS = 6
