/** Bounds of what a link or a form can make the lab compute. */

/** Upkeeps of a replay: a year of one every five minutes. */
export const MAX_REPLAY_UPKEEPS = 105_408
/** Paths of a simulation. */
export const MAX_PATHS = 10_000
/** Upkeeps of each simulated path: a year of hourly ones. */
export const MAX_SIMULATED_UPKEEPS = 8_784
/** Times at which the fan of a simulation is kept: more than a chart can show. */
export const MAX_FAN_TIMES = 101
/** Upkeeps that the decay on real prices is computed over: nine years of one every five minutes. */
export const MAX_DECAY_UPKEEPS = 1_000_000
/** Rows of a price file that are read; the rest is counted. */
export const MAX_CSV_ROWS = 1_000_000
/** Problems of a price file that are listed one by one; the rest is counted. */
export const MAX_CSV_PROBLEMS = 100
/** Characters of one row of a price file; a longer one holds no prices. */
export const MAX_CSV_ROW_LENGTH = 2_000
/** An index price, wad: a million million. */
export const MAX_INDEX_PRICE_WAD = 10n ** 30n
