/** How long a side is held. */
export const EDGE_DAYS = 7
/** How far the index moves on a usual day (standard deviation). */
export const EDGE_DAY_MOVE = 0.03
/** Each side of a market has to hold at least so many times what a keeper is paid for one rebalance. */
export const EDGE_MIN_REWARDS = 1_000
/** What a side has to hold of its pool, at least: in less the first mint of some size takes the skew away. */
export const EDGE_MIN_SIDE = 0.1
